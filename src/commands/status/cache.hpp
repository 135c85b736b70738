// Rows of `status` over a whole tree, kept from one run to the next.
#pragma once

#include "commands/io.hpp"
#include "output/status/output.hpp"
#include "store/plan_cache.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::commands {

/// What of a row is wanted beside its summary.
enum class RowPart { cells, fields };

/// The row as bytes, and back with the part that is wanted; nothing if they are no row.
std::string to_bytes(const StatusRow& row);
std::unique_ptr<StatusRow> row_from(std::string_view bytes, const PlanRef& ref, RowPart part);

/// The rows of plans as of a day. Of a plan whose files are as they were then, the row is what it
/// was; a plan of which something is to be told is read each time. Small trees have no cache:
/// reading them takes no time.
class StatusCache {
public:
    StatusCache(const Tree& tree, const std::vector<PlanRef>& refs, Date as_of, const Io& io);

    /// The row of the i-th plan, with the part that is wanted, if it is known. To be asked before
    /// the plan is read; different numbers on different threads.
    std::unique_ptr<StatusRow> find(std::size_t i, RowPart part);
    /// The row that the i-th plan has turned out to have.
    void keep(std::size_t i, const StatusRow& row);

    /// Writes down what has changed.
    void save() const;

private:
    const Tree* tree_;
    const std::vector<PlanRef>* refs_;
    std::optional<PlanCache> cache_;  ///< nothing: it is not worth it
    struct Known {
        std::optional<FilesState> state;  ///< if a value of it may be kept
        std::string_view old_value;       ///< in the cache
        std::string new_value;

        [[nodiscard]] std::string_view value() const {
            return new_value.empty() ? old_value : std::string_view(new_value);
        }
    };
    std::vector<Known> known_;  ///< of each plan
};

}  // namespace perfplan::commands
