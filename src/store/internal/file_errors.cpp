#include "store/internal/file_errors.hpp"

#include "base/diagnostics/rule_names.hpp"
#include "model/conflict_copy.hpp"
#include "store/directory.hpp"

#include <fmt/format.h>

#include <utility>

namespace perfplan::store {

tl::unexpected<Diagnostics> io_error_for(std::string shown, std::string_view what, int error) {
    return fail(
        io_error(std::move(shown), fmt::format("can't be {}: {}", what, system_error(error))));
}

Diagnostic not_read(std::string shown, const ParseError& why) {
    const bool is_copy =
        is_conflict_copy(std::string_view(shown).substr(shown.find_last_of('/') + 1));
    Diagnostic ignored =
        is_copy ? warning("is not read: it looks like a copy that a sync tool or an editor left",
                          "compare it with the file beside it, keep what is right, and remove it")
                : warning("is not read: " + why.message, why.hint);
    ignored.file = std::move(shown);
    ignored.rule = is_copy ? rule::conflict_copy : rule::misnamed_file;
    return ignored;
}

Diagnostic exists_with_other_content(std::string shown) {
    Diagnostic diagnostic =
        refusal("exists and says something else",
                "nothing was written; look at it, and move it away if it is wrong");
    diagnostic.file = std::move(shown);
    return diagnostic;
}

}  // namespace perfplan::store
