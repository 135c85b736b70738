#include "model/fields/schedule.hpp"

#include <algorithm>

namespace perfplan::model {

std::optional<Schedule> Codec<Schedule>::read(Decoder& decoder, yaml::Node node,
                                              std::string_view field) {
    if (node.is_sequence()) {
        auto dates = Codec<std::vector<Date>>::read(decoder, node, field);
        if (!dates) {
            return std::nullopt;
        }
        std::sort(dates->begin(), dates->end());
        return Schedule(*std::move(dates));
    }
    const yaml::Node scalar = expect_scalar(decoder, node, field, "a schedule");
    if (!scalar) {
        return std::nullopt;
    }
    auto schedule = parse_schedule(scalar.text());
    if (!schedule) {
        decoder.misread(node, field, schedule.error());
        return std::nullopt;
    }
    return *std::move(schedule);
}

yaml::Value Codec<Schedule>::write(const Schedule& schedule) {
    if (const auto* dates = std::get_if<ListedDates>(&schedule)) {
        return Codec<std::vector<Date>>::write(*dates);
    }
    return yaml::Value::string(to_string(schedule));
}

}  // namespace perfplan::model
