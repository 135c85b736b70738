// Content lines of iCalendar, RFC 5545.
#pragma once

#include "base/dates/date.hpp"

#include <string>
#include <string_view>

namespace perfplan::format::icalendar {

/// A value of type TEXT: backslash, semicolon, comma and line breaks escaped; characters that have
/// no place in a text as visible escapes.
std::string text(std::string_view value);

/// 20261014
std::string date(Date date);

/// "NAME:value" with CRLF, folded into lines of at most 75 octets; no UTF-8 sequence is cut.
std::string line(std::string_view name, std::string_view value);

}  // namespace perfplan::format::icalendar
