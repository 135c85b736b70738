#include "commands/import/batch.hpp"

#include "base/parallel.hpp"
#include "base/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>

namespace perfplan::commands {

std::size_t SavedMany::count() const {
    return static_cast<std::size_t>(std::count_if(
        saved.begin(), saved.end(), [](const auto& each) { return each.has_value(); }));
}

SavedMany save_many(const std::vector<WriteGroup>& parts,
                    const std::function<Result<Saved>(std::size_t)>& save,
                    const std::function<void(std::size_t)>& progress) {
    std::size_t total = 0;
    for (const WriteGroup& part : parts) {
        total += part.size();
    }
    SavedMany batch{std::vector<std::optional<Saved>>(total), {}};
    std::vector<Diagnostics> errors(parts.size());
    std::atomic<std::size_t> done{0};
    std::atomic<bool> has_failed{false};
    in_parallel(
        parts.size(),
        [&](std::size_t part) {
            for (const std::size_t number : parts[part]) {
                if (has_failed) {
                    return;
                }
                auto saved = save(number);
                if (!saved) {
                    errors[part] = std::move(saved).error();
                    has_failed = true;
                    return;
                }
                batch.saved[number] = *std::move(saved);
                ++done;
            }
        },
        [&](std::size_t) { progress(done); }, Workload::io_bound);
    for (Diagnostics& each : errors) {
        append(batch.errors, std::move(each));
    }
    return batch;
}

Diagnostics stopped(SavedMany batch, std::string_view noun, std::string_view done) {
    const std::size_t total = batch.saved.size();
    const std::size_t came = batch.count();
    Diagnostics errors = std::move(batch.errors);
    for (Diagnostic& error : errors) {
        error.hint.clear();  // of one file alone; what is left to do follows
    }
    errors.push_back(
        warning(fmt::format("{} of {} were {} before that", came, count(total, noun), done),
                "the same command does the others when that is put right"));
    return errors;
}

}  // namespace perfplan::commands
