#include <perfplan/base/parallel.hpp>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace perfplan {

namespace {

/// Starting a thread costs about as much as reading a few plans, and nothing beside waiting for the
/// disk to have written one.
std::size_t threads_for(std::size_t count, Busy busy) {
    constexpr std::size_t worth_a_thread = 8;
    constexpr std::size_t worth_a_thread_that_waits = 2;
    constexpr std::size_t enough_wait = 16;
    if (busy == Busy::waiting) {
        return std::min(count / worth_a_thread_that_waits, enough_wait);
    }
    const std::size_t threads = count / worth_a_thread;
    return threads <= 1  // for one, nobody needs to know how many there could be
               ? threads
               : std::min<std::size_t>(threads, std::max(1U, std::thread::hardware_concurrency()));
}

}  // namespace

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work,
                 const std::function<void(std::size_t)>& progress, Busy busy) {
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> done{0};
    const auto take = [&](const std::function<void(std::size_t)>& tell) {
        for (std::size_t i = next++; i < count; i = next++) {
            work(i);
            ++done;
            if (tell) {
                tell(done);
            }
        }
    };
    const std::size_t threads = threads_for(count, busy);
    std::vector<std::thread> helpers;
    for (std::size_t i = 1; i < threads; ++i) {
        helpers.emplace_back(take, std::function<void(std::size_t)>());
    }
    take(progress);
    for (std::thread& helper : helpers) {
        helper.join();
    }
    if (progress) {
        progress(count);
    }
}

}  // namespace perfplan
