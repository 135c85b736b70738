#include "log_fields.hpp"
#include "log_output.hpp"

#include <fmt/format.h>

namespace perfplan {

Table log_sheet(const Log& log) {
    Table table;
    for (const auto& field : past_fields()) {
        table.columns.push_back({std::string(field.name)});
    }
    for (const OutputList& list : past_lists()) {
        table.columns.push_back({std::string(list.name)});
    }
    for (const auto& field : past_cells()) {
        table.columns.push_back({std::string(field.name)});
    }
    for (const PastRecord& past : log.records) {
        std::vector<std::string>& row = table.rows.emplace_back();
        for (const auto& field : past_fields()) {
            row.push_back(to_cell(field.value(past)));
        }
        for (const OutputList& list : past_lists()) {
            row.push_back(fmt::format("{}", fmt::join(list.items(past), "\n")));
        }
        for (const auto& field : past_cells()) {
            row.push_back(to_cell(field.value(past)));
        }
    }
    return table;
}

}  // namespace perfplan
