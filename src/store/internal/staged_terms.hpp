// plan.yaml on disk: one change at a time, and never half a file.
#pragma once

#include "store/directory.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace perfplan::store {

/// Holds a plan's lock until it goes; the kernel frees it if the process dies.
class PlanLock {
public:
    /// Waits two seconds for another command to be done.
    static Result<PlanLock> take(const Directory& plan);
    /// Nothing if another command has it.
    static std::optional<PlanLock> take_if_free(const Directory& plan);

private:
    explicit PlanLock(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}
    Descriptor descriptor_;
};

/// The name that new terms have before they take the place of plan.yaml.
constexpr std::string_view staged_terms = ".plan.yaml.staged";

/// Refused: an editor saved plan.yaml since it was read.
Diagnostic changed_meanwhile(std::string shown);

/// New bytes for plan.yaml, on the disk beside it and read back; dropped if they are not put in
/// place. The caller holds the lock, so the staging name is free for use.
class StagedTerms {
public:
    static Result<StagedTerms> write(const Directory& plan, std::string_view bytes);
    /// Takes away what a killed command left. The caller holds the lock.
    static void drop(const Directory& plan);
    /// The same without the lock: not if another command is at it.
    static void remove_stale(const Directory& plan);

    StagedTerms(StagedTerms&& other) noexcept
        : plan_(std::exchange(other.plan_, nullptr)),
          bytes_(std::move(other.bytes_)),
          is_in_place_(other.is_in_place_),
          is_settled_(other.is_settled_) {}
    StagedTerms& operator=(StagedTerms&&) = delete;
    StagedTerms(const StagedTerms&) = delete;
    StagedTerms& operator=(const StagedTerms&) = delete;
    ~StagedTerms();

    /// In one step, with the permissions that plan.yaml has. Refused, and nothing changed, if what
    /// stood there is not `before`: an editor knows nothing of the lock. Where files can't be
    /// exchanged, what another file that an editor puts there in the very last moment holds is
    /// lost.
    Result<void> commit(std::string_view before);
    /// True if they are plan.yaml, also after a failure that could not be taken back.
    [[nodiscard]] bool is_in_place() const { return is_in_place_; }

private:
    StagedTerms(const Directory& plan, std::string_view bytes) : plan_(&plan), bytes_(bytes) {}
    [[nodiscard]] bool exchange();
    void exchange_back(Diagnostic& failure, bool is_as_before);
    Result<void> replace(std::string_view before);
    const Directory* plan_;
    std::string bytes_;
    bool is_in_place_ = false;
    bool is_settled_ = false;  ///< what is in place is to stay
};

}  // namespace perfplan::store
