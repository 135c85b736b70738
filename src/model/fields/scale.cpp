#include "model/fields/scale.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace perfplan::model {

std::optional<std::string> meaning_of(const Scale& scale, std::optional<int> step) {
    const auto found = std::find_if(scale.begin(), scale.end(),
                                    [&](const auto& entry) { return entry.first == step; });
    return found == scale.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Scale> Codec<Scale>::read(Decoder& decoder, yaml::Node node, std::string_view field) {
    if (!expect_mapping(decoder, node, field, "numbers, each with what it means")) {
        return std::nullopt;
    }
    Scale scale;
    for (const yaml::Node entry : node.children()) {
        const std::string_view key = entry.key().text();
        int step = 0;
        const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), step);
        if (error != std::errc() || end != key.data() + key.size() || step < 0) {
            decoder.error_at_key(entry, fmt::format("{} has a step '{}', it must be a whole number",
                                                    field, visible(key)));
            continue;
        }
        if (auto meaning = Codec<std::string>::read(decoder, entry, key)) {
            scale.emplace_back(step, *std::move(meaning));
        }
    }
    std::sort(scale.begin(), scale.end());
    return scale;
}

yaml::Value Codec<Scale>::write(const Scale& scale) {
    std::vector<yaml::Value::Entry> entries;
    entries.reserve(scale.size());
    for (const auto& [step, meaning] : scale) {
        entries.emplace_back(std::to_string(step), yaml::Value::string(meaning));
    }
    return yaml::Value::mapping(std::move(entries), yaml::Value::Layout::flow);
}

}  // namespace perfplan::model
