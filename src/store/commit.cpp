#include <perfplan/base/text.hpp>
#include <perfplan/store/commit.hpp>

#include "plan_files.hpp"
#include "staged_plan.hpp"
#include "write.hpp"

#include <fmt/format.h>

#include <cerrno>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace perfplan {

namespace {

constexpr mode_t directory_mode = 0700;

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
    const auto plan = existing_plan(tree, ref);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    const std::string_view folder =
        privacy == Privacy::private_ ? private_directory : journal_directory;
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
    auto staged = StagedPlan::take(*rep, ref.plan.str());
    if (!staged) {
        return tl::unexpected(std::move(staged).error());
    }
    if (auto created = create_whole(staged->directory(), terms_file, terms); !created) {
        staged->drop(*rep);
        return tl::unexpected(std::move(created).error());
    }
    // rename(2) replaces an empty directory, so a plan of this name that appears meanwhile is safe
    // even without the flag
    long moved = ::syscall(SYS_renameat2, rep->fd(), staged->name().c_str(), rep->fd(),
                           ref.plan.str().c_str(), RENAME_NOREPLACE);
    if (moved != 0 && (errno == EINVAL || errno == ENOSYS)) {
        moved = ::renameat(rep->fd(), staged->name().c_str(), rep->fd(), ref.plan.str().c_str());
    }
    if (moved != 0) {
        const int error = errno;
        staged->drop(*rep);
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
