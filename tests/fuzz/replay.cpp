// Gives a target the inputs that were kept, where there is no libFuzzer: in every build, as a test.
//
//     fuzz_TARGET FILE|DIRECTORY...
#include "target.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#pragma weak LLVMFuzzerInitialize

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_of(const fs::path& place) {
    if (!fs::is_directory(place)) {
        return {place};
    }
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(place)) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::uint8_t> bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        std::fprintf(stderr, "%s: can't be read\n", file.c_str());
        std::exit(2);
    }
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

int main(int argc, char** argv) {
    if (LLVMFuzzerInitialize != nullptr) {
        LLVMFuzzerInitialize(&argc, &argv);
    }
    std::size_t tried = 0;
    for (int i = 1; i < argc; ++i) {
        for (const fs::path& file : files_of(argv[i])) {
            const std::vector<std::uint8_t> bytes = bytes_of(file);
            std::fprintf(stderr, "%s\n", file.c_str());  // the last one is it, should this crash
            LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
            ++tried;
        }
    }
    std::printf("%zu inputs\n", tried);
    return tried > 0 ? 0 : 2;
}
