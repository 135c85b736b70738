#include "store/plan_cache.hpp"

#include "base/byte_stream.hpp"
#include "base/digest.hpp"
#include "store/directory.hpp"
#include "store/internal/durable_write.hpp"
#include "store/internal/stale_files.hpp"
#include "store/internal/temporary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace perfplan::store {

namespace {

constexpr std::string_view cache_directory = ".perfplan";
constexpr std::string_view first_line = "perfplan cache 1: may be removed at any time\n";
/// Times of files are as coarse as two seconds on some file systems.
constexpr std::int64_t coarsest_time = 2'000'000'000;
constexpr std::size_t most_bytes = std::size_t{1} << 30U;

/// What tells this program from every other: one that was built anew is another file.
std::string this_program() {
    struct stat status {};
    if (::stat("/proc/self/exe", &status) != 0) {
        return {};
    }
    return fmt::format("{} {} {} {}.{} {}.{}", status.st_dev, status.st_ino, status.st_size,
                       status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
                       status.st_ctim.tv_nsec);
}

/// What time it is to the file system, which need not be this machine's; zero if it does not say.
std::int64_t time_there(const Directory& directory) {
    struct stat status {};
    if (::futimens(directory.fd(), nullptr) != 0 || ::fstat(directory.fd(), &status) != 0) {
        return 0;
    }
    return nanoseconds(status.st_mtim);
}

bool is_own(int fd) {
    struct stat status {};
    constexpr mode_t of_others = S_IWGRP | S_IWOTH;
    return ::fstat(fd, &status) == 0 && status.st_uid == ::geteuid() &&
           (status.st_mode & of_others) == 0;
}

std::string_view as_text(const std::array<std::uint8_t, 16>& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

/// What proves that a value is the one that was kept of this state.
std::string check_of(std::string_view ref, const FilesState& state, std::string_view value) {
    std::string whole(ref);
    whole += as_text(state.digest);
    whole += value;
    return std::string(as_text(quick_digest(whole)));
}

/// One's own regular file, and its size; nothing if there is none, or another's.
Descriptor own_file(const Directory& directory, const std::string& name, std::size_t& size) {
    Descriptor file = open_beneath(directory.fd(), name, O_RDONLY | O_NONBLOCK);
    struct stat status {};
    const bool is_right = file.is_open() && is_own(file.get()) &&
                          ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode);
    size = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
    return is_right && size <= most_bytes ? std::move(file) : Descriptor();
}

/// Reads that many bytes.
bool read_all(int fd, char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t n = ::read(fd, bytes, size);
        if (n == 0 || (n < 0 && errno != EINTR)) {
            return false;
        }
        bytes += std::max<ssize_t>(n, 0);
        size -= static_cast<std::size_t>(std::max<ssize_t>(n, 0));
    }
    return true;
}

/// A file that nobody needs: not brought to the disk, and no word if it can't be written. Others
/// see the old one or the new one, never a part.
void write_quietly(const Directory& directory, const std::string& name, std::string_view bytes) {
    remove_stale_files(directory);
    auto temporary = Temporary::make(directory, directory.shown(name));
    if (temporary && write_all(temporary->fd(), bytes) &&
        ::renameat(directory.fd(), temporary->name().c_str(), directory.fd(), name.c_str()) == 0) {
        temporary->keep();
    }
}

/// A directory of ours that is there, or can be made.
std::optional<Directory> own_directory(const Directory& parent, const std::string& name) {
    if (::mkdirat(parent.fd(), name.c_str(), 0700) != 0 && errno != EEXIST) {
        return std::nullopt;
    }
    auto directory = parent.find(name);
    if (!directory || !*directory || !is_own((*directory)->fd())) {
        return std::nullopt;
    }
    return **std::move(directory);
}

/// The tree's own directory, which git does not see.
std::optional<Directory> directory_in(const Directory& root) {
    auto directory = own_directory(root, std::string(cache_directory));
    if (directory && !directory->has(".gitignore")) {
        write_quietly(*directory, ".gitignore", "*\n");
    }
    return directory;
}

std::optional<Directory> directory_below(const std::string& elsewhere) {
    if (elsewhere.empty()) {
        return std::nullopt;
    }
    ::mkdir(elsewhere.c_str(), 0700);
    auto parent = Directory::open_if_there(elsewhere, elsewhere);
    return parent && *parent ? own_directory(**parent, "perfplan") : std::nullopt;
}

std::string name_of_tree(const Directory& root) {
    struct stat status {};
    ::fstat(root.fd(), &status);
    return fmt::format("{}-{}", status.st_dev, status.st_ino);
}

}  // namespace

PlanCache PlanCache::open(const Tree& tree, std::string_view name, std::string_view basis,
                          const std::string& elsewhere) {
    PlanCache cache;
    const std::string program = this_program();
    if (program.empty()) {
        return cache;
    }
    cache.name_ = name;
    if (is_own(tree.root().fd())) {
        cache.directory_ = directory_in(tree.root());
    }
    if (!cache.directory_) {
        cache.name_ = fmt::format("{}-{}", name, name_of_tree(tree.root()));
        cache.directory_ = directory_below(elsewhere);
    }
    cache.heading_ = std::string(first_line) +
                     hex(sha256(fmt::format("{}\n{}\n{}", program, name, basis))) + "\n";
    if (cache.directory_) {
        prepare_quick_digests();
        cache.opened_at_ = time_there(*cache.directory_);
        cache.read();
    }
    return cache;
}

void PlanCache::read() {
    std::size_t size = 0;
    const Descriptor file = own_file(*directory_, name_, size);
    auto bytes = std::make_unique_for_overwrite<char[]>(size);  // NOLINT(*-avoid-c-arrays)
    const std::string_view whole(bytes.get(), size);
    if (!file.is_open() || !read_all(file.get(), bytes.get(), size) ||
        !whole.starts_with(heading_)) {
        return;
    }
    bytes_ = std::move(bytes);
    ByteReader reader(whole.substr(heading_.size()));
    while (!reader.is_at_end()) {
        const std::string_view rest = reader.rest();
        const std::string_view ref = reader.text();
        const std::string_view digest = reader.text();
        const std::string_view value = reader.text();
        const std::string_view check = reader.text();
        Entry entry{ref, {}, value, check, rest.substr(0, rest.size() - reader.rest().size())};
        if (!reader.is_sound() || digest.size() != entry.state.digest.size()) {
            break;  // cut short: what comes before is still good
        }
        std::ranges::copy(digest, entry.state.digest.begin());
        entries_.push_back(entry);
    }
    if (!std::ranges::is_sorted(entries_, {}, &Entry::ref)) {  // as it was written, it is
        std::ranges::sort(entries_, {}, &Entry::ref);
    }
}

const PlanCache::Entry* PlanCache::entry(std::string_view ref) const {
    const auto found = std::ranges::lower_bound(entries_, ref, {}, &Entry::ref);
    return found != entries_.end() && found->ref == ref ? &*found : nullptr;
}

std::optional<std::string_view> PlanCache::find(const PlanRef& ref, const FilesState& state) const {
    const std::string name = to_string(ref);
    const Entry* found = entry(name);
    const bool is_right = found != nullptr && found->state == state &&
                          check_of(name, state, found->value) == found->check;
    return is_right ? std::optional(found->value) : std::nullopt;
}

bool PlanCache::can_tell_changes(const FilesState& state) const {
    return state.newest < opened_at_ - coarsest_time;
}

void PlanCache::replace(const std::vector<CachedValue>& values) const {
    if (!directory_) {
        return;
    }
    std::string bytes = heading_;
    ByteWriter writer(bytes);
    for (const auto& [ref, state, value] : values) {
        const std::string name = to_string(ref);
        const Entry* known = entry(name);
        if (known != nullptr && known->state == state && known->value.data() == value.data()) {
            bytes += known->whole;  // as it was found
            continue;
        }
        writer.text(name);
        writer.text(as_text(state.digest));
        writer.text(value);
        writer.text(check_of(name, state, value));
    }
    write_quietly(*directory_, name_, bytes);
}

}  // namespace perfplan::store
