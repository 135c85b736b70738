#include "format/icalendar.hpp"

#include "base/text/text.hpp"

#include <fmt/format.h>

namespace perfplan::format::icalendar {

namespace {

constexpr std::size_t most_octets = 75;  // without CRLF, with the space of a continued line

bool continues_a_sequence(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

std::string text(std::string_view value) {
    std::string escaped;
    for (const char c : visible_lines(value)) {
        if (c == '\n') {
            escaped += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',') {
            escaped += '\\';
        }
        escaped += c;
    }
    return escaped;
}

std::string date(Date date) {
    return fmt::format("{:04}{:02}{:02}", date.year(), date.month(), date.day());
}

std::string line(std::string_view name, std::string_view value) {
    const std::string whole = fmt::format("{}:{}", name, value);
    std::string_view rest = whole;
    std::string folded;
    std::size_t room = most_octets;
    while (rest.size() > room) {
        std::size_t end = room;
        while (end > 0 && continues_a_sequence(rest[end])) {
            --end;
        }
        folded.append(rest.substr(0, end)).append("\r\n ");
        rest.remove_prefix(end);
        room = most_octets - 1;
    }
    return folded.append(rest).append("\r\n");
}

}  // namespace perfplan::format::icalendar
