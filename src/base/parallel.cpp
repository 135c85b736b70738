#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace perfplan::base {

namespace {

/// Starting a thread costs about as much as reading a few plans, and nothing beside waiting for the
/// disk to have written one.
std::size_t threads_for(std::size_t count, Workload workload) {
    constexpr std::size_t worth_a_thread = 8;
    constexpr std::size_t worth_a_thread_that_waits = 2;
    constexpr std::size_t enough_wait = 16;
    if (workload == Workload::io_bound) {
        return std::min(count / worth_a_thread_that_waits, enough_wait);
    }
    const std::size_t threads = count / worth_a_thread;
    return threads <= 1  // for one, nobody needs to know how many there could be
               ? threads
               : std::min<std::size_t>(threads, std::max(1U, std::thread::hardware_concurrency()));
}

/// Starts another thread; none if the system gives no more.
bool start(std::vector<std::thread>& helpers, const std::function<void()>& work) {
    try {
        helpers.emplace_back(work);
        return true;
    } catch (const std::system_error&) {
        return false;
    }
}

}  // namespace

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work,
                 const std::function<void(std::size_t)>& progress, Workload workload) {
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> done{0};
    std::atomic<bool> has_failed{false};
    std::exception_ptr failure;  // the first: memory that ran out
    const auto take = [&](const std::function<void(std::size_t)>& tell) {
        try {
            for (std::size_t i = next++; i < count && !has_failed; i = next++) {
                work(i);
                ++done;
                if (tell) {
                    tell(done);
                }
            }
        } catch (...) {
            if (!has_failed.exchange(true)) {
                failure = std::current_exception();
            }
        }
    };
    const std::size_t threads = threads_for(count, workload);
    std::vector<std::thread> helpers;
    helpers.reserve(threads);
    const std::function<void()> help = [&] { take({}); };
    while (helpers.size() + 1 < threads && start(helpers, help)) {}
    take(progress);
    for (std::thread& helper : helpers) {
        helper.join();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
    if (progress) {
        progress(count);
    }
}

}  // namespace perfplan::base
