#include <perfplan/base/parallel.hpp>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace perfplan {

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work,
                 const std::function<void(std::size_t)>& progress) {
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
    constexpr std::size_t worth_a_thread =
        8;  // starting one costs about as much as reading a few plans
    std::size_t threads = count / worth_a_thread;
    if (threads > 1) {  // for one, nobody needs to know how many there could be
        threads = std::min<std::size_t>(threads, std::max(1U, std::thread::hardware_concurrency()));
    }
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
