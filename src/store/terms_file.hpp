// plan.yaml on disk: one change at a time, and never half a file.
#pragma once

#include <perfplan/store/directory.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace perfplan {

/// Holds a plan's lock until it goes; the kernel frees it if the process dies.
class PlanLock {
public:
    /// Waits two seconds for another command to be done.
    static Result<PlanLock> take(const Directory& plan);

private:
    explicit PlanLock(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}
    Descriptor descriptor_;
};

/// New bytes for plan.yaml, on the disk beside it and read back; dropped if they are not put in
/// place. The caller holds the lock, so the staging name is free for use.
class StagedTerms {
public:
    static Result<StagedTerms> write(const Directory& plan, std::string_view bytes);

    StagedTerms(StagedTerms&& other) noexcept : plan_(std::exchange(other.plan_, nullptr)) {}
    StagedTerms& operator=(StagedTerms&&) = delete;
    StagedTerms(const StagedTerms&) = delete;
    StagedTerms& operator=(const StagedTerms&) = delete;
    ~StagedTerms();

    /// In one step, with the permissions that plan.yaml has.
    Result<void> put_in_place() &&;

private:
    explicit StagedTerms(const Directory& plan) : plan_(&plan) {}
    const Directory* plan_;
};

}  // namespace perfplan
