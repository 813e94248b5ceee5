// Runs a fuzz target over stored inputs with any compiler, without libFuzzer: replay FOLDER... Each input is also cut
// short at every byte, which costs little and finds readers that look behind the end.
#include "invariant.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace {

/// A buffer of exactly that size, so that a sanitizer sees the first byte too many.
void run_one(const std::string& input, std::size_t size) {
    const std::unique_ptr<std::uint8_t[]> exact(new std::uint8_t[size]);
    std::copy_n(input.begin(), size, exact.get());
    static_cast<void>(LLVMFuzzerTestOneInput(exact.get(), size));
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::filesystem::path> files;
    for (int index = 1; index < argc; ++index) {
        const std::filesystem::path folder = argv[index];
        if (!std::filesystem::is_directory(folder)) {
            std::cerr << "no folder " << folder << '\n';
            return 2;
        }
        for (const auto& found : std::filesystem::directory_iterator(folder)) {
            // ".gitkeep" keeps an empty folder in the repository.
            if (found.is_regular_file() && found.path().filename() != ".gitkeep") files.push_back(found.path());
        }
    }
    if (files.empty()) {
        std::cerr << "nothing to replay\n";
        return 2;
    }
    std::sort(files.begin(), files.end());
    for (const auto& path : files) {
        std::cerr << path.string() << std::endl;  // flushed, so that the last line names the input that failed
        std::ifstream file(path, std::ios::binary);
        const std::string input{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        for (std::size_t size = 0; size <= input.size() && size <= 4096; ++size) run_one(input, size);
        run_one(input, input.size());
    }
    std::cout << files.size() << " inputs replayed\n";
    return 0;
}
