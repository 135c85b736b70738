#include <perfplan/base/text.hpp>
#include <perfplan/store/commit.hpp>

#include "write.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <thread>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace perfplan {

namespace {

constexpr mode_t directory_mode = 0700;
constexpr std::string_view staged_terms = ".plan.yaml.staged";

tl::unexpected<Diagnostics> cannot(std::string shown, std::string_view what, int error) {
    return fail(
        io_error(std::move(shown), fmt::format("can't be {}: {}", what, system_error(error))));
}

Result<Directory> existing(const Directory& parent, std::string_view name) {
    auto directory = parent.find(name);
    if (!directory) {
        return tl::unexpected(std::move(directory).error());
    }
    if (!*directory) {
        return fail(io_error(parent.shown(name), "is not there any more"));
    }
    return **std::move(directory);
}

Result<Directory> plan_directory(const Tree& tree, const PlanRef& ref) {
    return existing(tree.root(), fmt::format("{}/{}", plans_directory, to_string(ref)));
}

/// Holds a plan's lock until it goes; the kernel frees it if the process dies.
class PlanLock {
public:
    static Result<PlanLock> take(const Directory& plan) {
        using namespace std::chrono_literals;
        Descriptor descriptor(::openat(plan.fd(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!descriptor.is_open()) {
            return cannot(plan.shown(""), "locked", errno);
        }
        constexpr int tries = 200;
        for (int i = 0; i < tries; ++i) {
            if (::flock(descriptor.get(), LOCK_EX | LOCK_NB) == 0) {
                return PlanLock(std::move(descriptor));
            }
            if (errno != EWOULDBLOCK && errno != EINTR) {
                return cannot(plan.shown(""), "locked", errno);
            }
            std::this_thread::sleep_for(10ms);
        }
        Diagnostic busy =
            refusal("another perfplan is changing these terms", "try again when it is done");
        busy.file = plan.shown(terms_file);
        return fail(std::move(busy));
    }

private:
    explicit PlanLock(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}
    Descriptor descriptor_;
};

/// Puts new bytes in the place of plan.yaml. The caller holds the lock, so the staging name is free
/// for use.
Result<void> replace_terms(const Directory& plan, std::string_view bytes) {
    struct stat status {};
    const std::string name(terms_file);
    const std::string staged(staged_terms);
    const std::string shown = plan.shown(terms_file);
    if (::fstatat(plan.fd(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        return cannot(shown, "written", errno);
    }
    ::unlinkat(plan.fd(), staged.c_str(), 0);  // left by a command that was killed
    const Descriptor file(::openat(plan.fd(), staged.c_str(),
                                   O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.is_open()) {
        return cannot(shown, "written", errno);
    }
    const auto drop = [&] { ::unlinkat(plan.fd(), staged.c_str(), 0); };
    auto written = write_and_sync(file.get(), bytes, shown);
    if (written && ::fchmod(file.get(), status.st_mode & 07777) != 0) {
        written = cannot(shown, "given its permissions", errno);
    }
    if (written) {
        auto read_back = plan.read(staged_terms);
        if (!read_back || !*read_back || **read_back != bytes) {
            written = fail(io_error(
                shown, "can't be written: what was staged does not read back as it was written"));
        }
    }
    if (written && ::renameat(plan.fd(), staged.c_str(), plan.fd(), name.c_str()) != 0) {
        written = cannot(shown, "written", errno);
    }
    if (!written) {
        drop();
        return written;
    }
    return sync(plan);
}

/// True if the file holds the same record, whenever it was written down.
Result<bool> holds_same_record(const Directory& directory, const std::string& name,
                               const std::string& bytes) {
    auto existing_bytes = directory.read(name);
    if (!existing_bytes) {
        return tl::unexpected(std::move(existing_bytes).error());
    }
    if (!*existing_bytes) {
        return false;
    }
    const auto there = yaml::Document::read(directory.shown(name), **std::move(existing_bytes));
    const auto wanted = yaml::Document::read(directory.shown(name), bytes);
    return there && wanted &&
           yaml::canonical(there->root(), {"recorded"}) ==
               yaml::canonical(wanted->root(), {"recorded"});
}

Diagnostic exists_with_other_content(std::string shown) {
    Diagnostic diagnostic =
        refusal("exists and says something else",
                "nothing was written; look at it, and move it away if it is wrong");
    diagnostic.file = std::move(shown);
    return diagnostic;
}

/// For a plan that is there already: its terms must be those that were to be saved.
Result<Saved> same_terms(const Directory& plan, Saved saved) {
    const auto bytes = plan.read(terms_file);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    if (*bytes != saved.bytes) {
        return fail(exists_with_other_content(saved.path));
    }
    saved.written = Written::before;
    return saved;
}

}  // namespace

Result<RecordFile> record_file(const Record& record) {
    std::string bytes = yaml::write(to_value(record));
    const auto document = yaml::Document::read("the new record", bytes);
    if (!document) {
        return tl::unexpected(document.error());
    }
    if (auto read_back = read_record(*document); !read_back) {
        return tl::unexpected(std::move(read_back).error());
    }
    return RecordFile{
        to_string(RecordName{record.date, record.kind, record_suffix(document->root())}),
        std::move(bytes)};
}

Result<Saved> add_record(const Tree& tree, const PlanRef& ref, const Record& record,
                         Privacy privacy, DryRun dry_run) {
    auto file = record_file(record);
    if (!file) {
        return tl::unexpected(std::move(file).error());
    }
    const auto plan = plan_directory(tree, ref);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    const std::string_view folder = privacy == Privacy::private_ ? "private" : "journal";
    Saved saved{plan->shown(fmt::format("{}/{}", folder, file->name)), std::move(file->bytes),
                Written::now};
    auto journal = dry_run == DryRun::yes ? plan->find(folder)
                                          : make_directory(*plan, folder).map([](Directory made) {
                                                return std::optional<Directory>(std::move(made));
                                            });
    if (!journal) {
        return tl::unexpected(std::move(journal).error());
    }
    bool taken = *journal && (*journal)->has(file->name);
    if (!taken && dry_run == DryRun::no) {
        const auto created = create_whole(**journal, file->name, saved.bytes);
        if (!created) {
            return tl::unexpected(created.error());
        }
        taken = *created == Created::was_there;
    }
    if (taken) {
        const auto same = holds_same_record(**journal, file->name, saved.bytes);
        if (!same) {
            return tl::unexpected(same.error());
        }
        if (!*same) {
            return fail(exists_with_other_content(saved.path));
        }
        saved.written = Written::before;
    }
    return saved;
}

Result<EditedTerms> edit_terms(
    const Tree& tree, const PlanRef& ref,
    const std::function<Result<yaml::Document>(const yaml::Document&)>& edit, DryRun dry_run) {
    const auto plan = plan_directory(tree, ref);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    std::optional<PlanLock> lock;
    if (dry_run == DryRun::no) {
        auto taken = PlanLock::take(*plan);
        if (!taken) {
            return tl::unexpected(std::move(taken).error());
        }
        lock.emplace(*std::move(taken));
    }
    const auto before = read_terms(tree, ref);
    if (!before) {
        return tl::unexpected(before.error());
    }
    const auto after = edit(*before);
    if (!after) {
        return tl::unexpected(after.error());
    }
    // what goes to disk must be terms, whatever the edit was meant to do
    if (const auto terms = read_plan(*after); !terms) {
        const Diagnostic& first = terms.error().front();
        return fail(
            usage_error("this would leave terms that can't stand: " + first.message, first.hint));
    }
    EditedTerms edited{plan->shown(terms_file), before->text(), after->text()};
    if (dry_run == DryRun::yes || edited.before == edited.after) {
        return edited;
    }
    // an editor knows nothing of the lock: look once more before the file is replaced
    const auto now = plan->read(terms_file);
    if (!now) {
        return tl::unexpected(now.error());
    }
    if (*now != edited.before) {
        Diagnostic changed = refusal("was changed by somebody else just now",
                                     "nothing was written; run the command again");
        changed.file = edited.path;
        return fail(std::move(changed));
    }
    if (auto replaced = replace_terms(*plan, edited.after); !replaced) {
        return tl::unexpected(std::move(replaced).error());
    }
    return edited;
}

Result<Saved> create_plan(const Tree& tree, const PlanRef& ref, std::string_view terms,
                          DryRun dry_run) {
    Saved saved{tree.shown(ref) + "/" + std::string(terms_file), std::string(terms), Written::now};
    auto there = tree.root().find(fmt::format("{}/{}", plans_directory, to_string(ref)));
    if (!there) {
        return tl::unexpected(std::move(there).error());
    }
    if (*there) {
        return same_terms(**there, std::move(saved));
    }
    if (dry_run == DryRun::yes) {
        return saved;
    }
    auto plans = make_directory(tree.root(), plans_directory);
    if (!plans) {
        return tl::unexpected(std::move(plans).error());
    }
    auto rep = make_directory(*plans, ref.rep.str());
    if (!rep) {
        return tl::unexpected(std::move(rep).error());
    }
    const std::string hidden = temporary_name();
    auto staged = make_directory(*rep, hidden);
    if (!staged) {
        return tl::unexpected(std::move(staged).error());
    }
    const auto drop = [&] {
        ::unlinkat(staged->fd(), std::string(terms_file).c_str(), 0);
        ::unlinkat(rep->fd(), hidden.c_str(), AT_REMOVEDIR);
    };
    if (auto created = create_whole(*staged, terms_file, terms); !created) {
        drop();
        return tl::unexpected(std::move(created).error());
    }
    // rename(2) replaces an empty directory, so a plan of this name that appears meanwhile is safe
    // even without the flag
    long moved = ::syscall(SYS_renameat2, rep->fd(), hidden.c_str(), rep->fd(),
                           ref.plan.str().c_str(), RENAME_NOREPLACE);
    if (moved != 0 && (errno == EINVAL || errno == ENOSYS)) {
        moved = ::renameat(rep->fd(), hidden.c_str(), rep->fd(), ref.plan.str().c_str());
    }
    if (moved != 0) {
        const int error = errno;
        drop();
        if (error == EEXIST || error == ENOTEMPTY) {
            const auto winner = existing(*rep, ref.plan.str());
            return winner ? same_terms(*winner, std::move(saved)) : tl::unexpected(winner.error());
        }
        return cannot(saved.path, "written", error);
    }
    if (auto synced = sync(*rep); !synced) {
        return tl::unexpected(std::move(synced).error());
    }
    return saved;
}

Result<Saved> create_file(const Directory& directory, std::string_view name, std::string_view bytes,
                          DryRun dry_run) {
    Saved saved{directory.shown(name), std::string(bytes), Written::now};
    if (directory.has(name)) {
        saved.written = Written::before;
        return saved;
    }
    if (dry_run == DryRun::yes) {
        return saved;
    }
    const auto created = create_whole(directory, name, bytes);
    if (!created) {
        return tl::unexpected(created.error());
    }
    saved.written = *created == Created::now ? Written::now : Written::before;
    return saved;
}

Result<Directory> make_directory(const Directory& parent, std::string_view name) {
    const std::string path(name);
    if (::mkdirat(parent.fd(), path.c_str(), directory_mode) == 0) {
        if (auto synced = sync(parent); !synced) {
            return tl::unexpected(std::move(synced).error());
        }
    } else if (errno != EEXIST) {
        return cannot(parent.shown(name), "made", errno);
    }
    return existing(parent, name);
}

Result<Directory> make_directory(const std::string& path, std::string shown) {
    for (std::size_t slash = path.find('/', 1);; slash = path.find('/', slash + 1)) {
        const std::string part = path.substr(0, slash);
        if (::mkdir(part.c_str(), directory_mode) != 0 && errno != EEXIST) {
            return cannot(part, "made", errno);
        }
        if (slash == std::string::npos) {
            break;
        }
    }
    return Directory::open(path, std::move(shown));
}

}  // namespace perfplan
