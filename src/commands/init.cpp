// perfplan init: a new tree.
#include "base/text/shell.hpp"
#include "base/text/text.hpp"
#include "commands/common/session.hpp"
#include "commands/create/default_files.hpp"
#include "commands/registry.hpp"
#include "format/diff.hpp"
#include "output/schema/schemas.hpp"
#include "store/repository.hpp"
#include "yaml/edit.hpp"

#include <fmt/format.h>

namespace perfplan::commands {

namespace {

/// The settings with what the options say of them.
Result<std::string> settings_text(const Arguments& arguments) {
    auto settings =
        yaml::Document::read(std::string(settings_file), std::string(starting_settings));
    for (const std::string_view key : {"program", "currency"}) {
        const auto value = arguments.value(key);
        if (settings && value) {
            settings = yaml::set(*settings, {std::string(key)}, yaml::Value::string(*value));
        }
    }
    if (const auto month = arguments.value("fiscal-year-starts"); settings && month) {
        settings = yaml::set(*settings, {"calendar", "fiscal_year_starts"},
                             yaml::Value::verbatim(lower(*month)));
        if (settings && !read_settings(*settings)) {
            return fail(
                usage_error(fmt::format("--fiscal-year-starts: '{}' is no month", visible(*month)),
                            "write it in full: february"));
        }
    }
    if (!settings) {
        return tl::unexpected(std::move(settings).error());
    }
    return settings->text();
}

void tell(const Arguments& arguments, Io& io, const Saved& saved) {
    if (saved.written == Written::now && dry_run(arguments) == DryRun::yes) {
        io.print(unified_diff("", saved.path, "", saved.bytes));
        return;
    }
    if (saved.written == Written::now) {
        io.note_saved(saved.path);
    }
    if (!arguments.has("quiet")) {
        io.print(fmt::format("{} {}\n", saved.written == Written::now ? "saved" : "kept",
                             visible(saved.path)));
    }
}

/// The directory to write to; under --dry-run one that is not there yet is nothing.
Result<std::optional<EnsuredDirectory>> target(const std::string& path, DryRun dry) {
    const std::string shown = path == "." ? "" : path;
    if (dry == DryRun::yes) {
        return Directory::open_if_there(path, shown).map([](std::optional<Directory> there) {
            return there ? std::optional<EnsuredDirectory>(*std::move(there)) : std::nullopt;
        });
    }
    return EnsuredDirectory::make(path, shown).map([](EnsuredDirectory made) {
        return std::optional(std::move(made));
    });
}

struct File {
    std::string folder;  ///< below the tree; empty: the tree itself
    std::string name;
    std::string text;
};

Result<Saved> write(const std::optional<EnsuredDirectory>& root, const std::string& path,
                    const File& file, DryRun dry) {
    const std::string relative = file.folder.empty() ? file.name : file.folder + "/" + file.name;
    if (!root) {
        return Saved{path + "/" + relative, file.text, Written::now};
    }
    if (file.folder.empty()) {
        return create_file(**root, file.name, file.text, dry);
    }
    PERFPLAN_TRY(const auto folder, EnsuredDirectory::make(**root, file.folder, dry));
    if (!folder) {
        return Saved{(*root)->shown(relative), file.text, Written::now};
    }
    return create_file(**folder, file.name, file.text, dry);
}

/// The repository that --git is about.
Result<std::optional<Repository>> repository_of(const Arguments& arguments, const std::string& path,
                                                const Io& io) {
    if (!arguments.has("git")) {
        return std::nullopt;
    }
    auto repository = find_repository(path);
    if (!repository) {
        return fail(
            refusal("--git: there is no git repository here or above", "run 'git init' first"));
    }
    // where git looks for hooks instead: husky, pre-commit, a company's own
    const std::string hooks = io.git_config(repository->top, "core.hooksPath");
    const bool is_shared = hooks.starts_with('~') ||
                           (hooks.starts_with('/') && !hooks.starts_with(repository->top + "/"));
    if (is_shared) {
        return fail(refusal(
            fmt::format("--git: core.hooksPath is '{}', outside the repository", visible(hooks)),
            "set core.hooksPath to a directory of this repository: git config core.hooksPath .hooks"));
    }
    if (!hooks.empty()) {
        repository->hooks = hooks.starts_with('/') ? hooks : repository->top + "/" + hooks;
    }
    return repository;
}

/// Everything that makes a tree, the settings last: they make it a tree, and by then it is whole.
std::vector<File> files_to_write(const Arguments& arguments, std::string settings) {
    const std::string templates(templates_directory);
    std::vector<File> files{
        {templates, std::string(quota_recovery_template.file),
         std::string(quota_recovery_template.text)},
        {templates, std::string(activity_template.file), std::string(activity_template.text)}};
    for (SchemaFile& schema : schema_files()) {
        files.push_back(
            {std::string(schema_directory), std::move(schema.name), std::move(schema.text)});
    }
    if (arguments.has("git")) {
        files.push_back({"", ".gitattributes", std::string(git_attributes)});
    }
    files.push_back({"", std::string(settings_file), std::move(settings)});
    return files;
}

void tell_next(const Arguments& arguments, Io& io, const std::string& path) {
    if (arguments.has("quiet") || dry_run(arguments) == DryRun::yes) {
        return;
    }
    const std::string where = path == "." ? "" : fmt::format("-C {} ", shell_word(path));
    if (arguments.has("git")) {
        io.print(
            fmt::format("next: git {}config diff.perfplan.xfuncname '{}'\n", where, hunk_headers));
    }
    io.print(fmt::format("next: perfplan {}create REP --period 2026-Q4\n", where));
}

Result<ExitCode> run_init(const Arguments& arguments, Io& io) {
    const std::vector<std::string>& positionals = arguments.positionals();
    const std::string path =
        positionals.empty() ? arguments.value("directory").value_or(".") : positionals.front();
    if (path.empty()) {
        return fail(usage_error("the directory's name is empty"));
    }
    const auto settings = settings_text(arguments);
    const auto repository = repository_of(arguments, path, io);
    if (!settings || !repository) {
        return tl::unexpected(!settings ? settings.error() : repository.error());
    }
    PERFPLAN_TRY(const auto root, target(path, dry_run(arguments)));
    for (const File& file : files_to_write(arguments, *settings)) {
        PERFPLAN_TRY(const auto saved, write(root, path, file, dry_run(arguments)));
        tell(arguments, io, saved);
    }
    if (*repository) {
        PERFPLAN_TRY(const auto hook,
                     create_hook(**repository, "pre-commit", pre_commit_hook((*repository)->tree),
                                 dry_run(arguments)));
        tell(arguments, io, hook);
    }
    tell_next(arguments, io, path);
    return ExitCode::done;
}

}  // namespace

Command init_command() {
    Command command;
    command.name = "init";
    command.summary = "Make a tree for plans, with commented settings and templates";
    command.description =
        "Writes perfplan.yaml, two templates and JSON Schemas for editors into DIR (default: here). What exists is "
        "kept as it is.";
    command.positionals = {{"DIR", "the directory; made if it is not there",
                            Positional::Arity::optional, Completes::directory}};
    command.options = {{"program", 0, "NAME", "what your company calls such a plan"},
                       {"currency", 0, "CODE", "currency of amounts, such as USD"},
                       {"fiscal-year-starts", 0, "MONTH", "first month of the fiscal year"},
                       {"git", 0, "", "write .gitattributes, and a hook that checks each commit"},
                       dry_run_option(),
                       quiet_option()};
    command.examples = {{"perfplan init acme-plans", "a new tree in its own directory"},
                        {"git init acme-plans && perfplan init --git acme-plans",
                         "in a repository, with a hook that checks each commit"},
                        {"perfplan init --currency EUR --fiscal-year-starts february",
                         "here, with settings of your own"}};
    command.run = run_init;
    return command;
}

}  // namespace perfplan::commands
