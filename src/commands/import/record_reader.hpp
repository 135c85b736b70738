// Rows as the records that they make up.
#pragma once

#include "commands/import/plan_index.hpp"
#include "commands/import/records.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace perfplan::commands {

/// A record that one or several rows make up.
struct RowRecord {
    NamedRow row;  ///< the first of them
    OpenPlan* open;
    Record record;
};

/// What holds for all rows.
struct RecordBatch {
    const Arguments& arguments;
    Io& io;
    const RecordRows& rows;
    const Tree& tree;
    const KnownPlans& known;
    Date today;
    Date date;       ///< of rows without one
    std::string by;  ///< who wrote rows that do not say
    std::vector<IdColumn> ids;
};

/// Reads row after row; what is wrong with one does not keep the others from being read.
class RecordReader {
public:
    explicit RecordReader(const RecordBatch& batch) : batch_(&batch) {}

    /// Makes a record of a row; errors are kept.
    void read(const NamedRow& row);

    [[nodiscard]] std::vector<RowRecord>& records() { return records_; }
    [[nodiscard]] Diagnostics& errors() { return errors_; }

private:
    OpenPlan* plan_for(const NamedRow& row);
    Diagnostics read_occasion(const NamedRow& row, RowRecord& made) const;
    void merge(RowRecord made, Diagnostics& errors);

    const RecordBatch* batch_;
    std::map<PlanRef, std::optional<OpenPlan>> open_;
    std::map<const OpenPlan*, std::vector<std::size_t>> of_plan_;
    std::vector<RowRecord> records_;
    Diagnostics errors_;
};

}  // namespace perfplan::commands
