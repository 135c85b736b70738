#include "store/change.hpp"

#include "store/sample_tree.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

using namespace perfplan;
using namespace perfplan::store;
using namespace perfplan::samples;

namespace {

const std::string with_team = std::string(terms_text) + "team: west\n";

Result<TermsChange> replaced_by(const yaml::Document& document, std::string text) {
    return yaml::Document::read(document.name(), std::move(text)).map([](yaml::Document terms) {
        TermsChange change;
        change.terms = std::move(terms);
        return change;
    });
}

Record signature_of(std::string_view terms, std::string_view on = "2026-10-02") {
    Record signature;
    signature.kind = RecordKind::signature;
    signature.date = date(on);
    signature.by = "Dana Reyes";
    signature.recorded = {"2026-10-02T09:00:00Z"};
    signature.role = Role::rep;
    signature.answer = Answer::signed_;
    signature.terms = terms_digest(terms);
    return signature;
}

/// Seals the terms and signs them.
Result<ChangedTerms> sign(const SampleTree& tree, DryRun dry_run = DryRun::no) {
    return change_terms(
        tree.open(), ref,
        [](const LoadedPlan&, const yaml::Document& terms) -> Result<TermsChange> {
            TermsChange change;
            change.copy = TermsChange::Copy{date("2026-10-02"), terms.text()};
            change.record = signature_of(terms.text());
            return change;
        },
        dry_run);
}

std::string first_error(const SampleTree& tree) {
    const LoadedPlan plan = value_of(load_plan(tree.open(), ref));
    return plan.diagnostics.empty() ? "" : plan.diagnostics.front().message;
}

fs::path only_file(const SampleTree& tree, std::string_view kind) {
    for (const auto& entry : fs::directory_iterator(tree.plan() / "journal")) {
        if (entry.path().filename().string().find(kind) != std::string::npos) {
            return entry.path();
        }
    }
    return {};
}

}  // namespace

TEST_SUITE_BEGIN("change");

TEST_CASE("an edit of the terms replaces the file in one step and keeps its permissions") {
    const SampleTree tree;
    const fs::path file = tree.plan() / "plan.yaml";
    fs::permissions(file, fs::perms(0640));
    const EditedTerms edited = value_of(change_terms(
                                            tree.open(), ref,
                                            [](const LoadedPlan&, const yaml::Document& terms) {
                                                return replaced_by(terms, with_team);
                                            },
                                            DryRun::no))
                                   .terms;
    CHECK(edited.before == terms_text);
    CHECK(read_file(file) == with_team);
    CHECK(fs::status(file).permissions() == fs::perms(0640));
    CHECK(files_in(tree.plan()) == 1);
}

TEST_CASE("an edit that leaves no terms is refused") {
    const SampleTree tree;
    const auto edited = change_terms(
        tree.open(), ref,
        [](const LoadedPlan&, const yaml::Document& terms) {
            return replaced_by(terms, "rep: Dana Reyes\n");
        },
        DryRun::no);
    CHECK_FALSE(edited.has_value());
    CHECK(read_file(tree.plan() / "plan.yaml") == terms_text);
}

TEST_CASE("a file that an editor saved meanwhile is not overwritten") {
    const SampleTree tree;
    const auto edited = change_terms(
        tree.open(), ref,
        [&](const LoadedPlan&, const yaml::Document& terms) {
            write_file(tree.plan() / "plan.yaml", std::string(terms_text) + "hr: Sam Ortiz\n");
            return replaced_by(terms, with_team);
        },
        DryRun::no);
    REQUIRE_FALSE(edited.has_value());
    CHECK(worst(edited.error()) == ExitCode::refused);
    CHECK(edited.error().front().message == "was changed by somebody else just now");
    CHECK(read_file(tree.plan() / "plan.yaml").ends_with("hr: Sam Ortiz\n"));
}

TEST_CASE("terms are sealed byte for byte, under a name made from their digest") {
    const SampleTree tree;
    const ChangedTerms changed = value_of(sign(tree));
    REQUIRE(changed.files.size() == 2);
    CHECK(read_file(changed.files[0].path) == terms_text);
    CHECK(only_file(tree, "terms").filename() ==
          "2026-10-02-terms-" + sealed_suffix(terms_digest(terms_text)) + ".yaml");
    const LoadedPlan plan = value_of(load_plan(tree.open(), ref));
    REQUIRE(plan.sealed.size() == 1);
    CHECK(plan.sealed[0].digest == plan.digest);
    CHECK(plan.sealed[0].date == date("2026-10-02"));
}

TEST_CASE("a dry run seals nothing") {
    const SampleTree tree;
    CHECK(value_of(sign(tree, DryRun::yes)).files.size() == 2);
    CHECK(files_in(tree.plan()) == 1);
}

TEST_CASE("a copy whose record can't be written is taken back") {
    const SampleTree tree;
    Record other = signature_of(terms_text);
    const std::string name = value_of(record_file(other)).name;
    fs::create_directories(tree.plan() / "journal");
    write_file(tree.plan() / "journal" / name, "kind: signature\n");
    CHECK_FALSE(sign(tree).has_value());
    CHECK(only_file(tree, "terms").empty());
    CHECK(files_in(tree.plan() / "journal") == 1);
}

TEST_CASE("what stood in plan.yaml is kept aside where that is asked for") {
    const SampleTree tree;
    const ChangedTerms changed = value_of(change_terms(
        tree.open(), ref,
        [](const LoadedPlan&, const yaml::Document& terms) {
            return replaced_by(terms, with_team).map([](TermsChange change) {
                change.what_stood = TermsChange::Keep::yes;
                return change;
            });
        },
        DryRun::no));
    REQUIRE(changed.files.size() == 1);
    CHECK(read_file(changed.files[0].path) == terms_text);
    CHECK(
        changed.files[0].path.ends_with("/.plan.yaml." + sealed_suffix(terms_digest(terms_text))));
}

TEST_CASE("a copy that nothing refers to is no sealed copy") {
    const SampleTree tree;
    value_of(sign(tree));
    fs::remove(only_file(tree, "signature"));
    const LoadedPlan plan = value_of(load_plan(tree.open(), ref));
    CHECK(plan.sealed.empty());
    CHECK(plan.diagnostics.empty());
}

TEST_CASE("a sealed copy is read as the terms it was, as long as it is there") {
    const SampleTree tree;
    value_of(sign(tree));
    const LoadedPlan plan = value_of(load_plan(tree.open(), ref));
    CHECK(value_of(read_sealed(tree.open(), ref, plan.sealed.front())).text() == terms_text);
    fs::remove(only_file(tree, "terms"));
    const auto gone = read_sealed(tree.open(), ref, plan.sealed.front());
    REQUIRE_FALSE(gone.has_value());
    CHECK(gone.error().front().message == "is not there any more");
}

TEST_CASE("a signature without its copy is told and does not count") {
    const SampleTree tree;
    value_of(sign(tree));
    fs::remove(only_file(tree, "terms"));
    CHECK(first_error(tree).starts_with(
        "this signature is for terms of which there is no copy here: sha256:"));
}

TEST_CASE("a signature that was renamed is told and does not count") {
    const SampleTree tree;
    value_of(sign(tree));
    const fs::path signature = only_file(tree, "signature");
    fs::rename(signature, signature.parent_path() / "2026-10-02-signature-dana.yaml");
    CHECK(first_error(tree) == "this signature was not written by perfplan, or renamed since");
    CHECK(value_of(load_plan(tree.open(), ref)).sealed.empty());
}

TEST_SUITE_END();
