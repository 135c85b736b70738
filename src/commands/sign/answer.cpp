// perfplan sign --as ROLE: an answer to the terms.
#include "base/text/text.hpp"
#include "commands/common/evaluation.hpp"
#include "commands/records/record.hpp"
#include "commands/sign/sign.hpp"
#include "output/describe/terms.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

namespace {

/// Who signs, and who typed that in if it is somebody else. Whom the plan names for the role signs;
/// another person, a deputy or a witness, is named with --by or is who types.
Result<void> add_names(Record& signature, const Arguments& arguments, const Io& io,
                       const Plan& terms) {
    const auto named = named_for(terms, *signature.role);
    const auto typist = author(Arguments(), io);
    auto by = arguments.has("by") || !named ? author(arguments, io) : Result<std::string>(*named);
    if (!by || (!typist && !arguments.has("by"))) {
        return tl::unexpected(!by ? by.error() : typist.error());
    }
    signature.by = *std::move(by);
    if (typist && !is_same_person(*typist, signature.by)) {
        signature.entered_by = *typist;
    }
    return {};
}

/// A signature is the named person's, in one role; anybody else says on whose behalf and why.
Result<void> require_signer(const Record& signature, const Plan& terms, const TermsStatus& agreed) {
    if (signature.on_behalf || signature.role == Role::witness) {
        return {};
    }
    const std::string_view role = to_string(*signature.role);
    const auto named = named_for(terms, *signature.role);
    if (named && !is_same_person(*named, signature.by)) {
        return fail(refusal(
            fmt::format("the {} is {}, not '{}'", role, visible(*named), visible(signature.by)),
            "add --on-behalf REASON to sign for that person"));
    }
    for (const SignatureStatus& other : agreed.newest_signatures) {
        if (other.role != signature.role && other.role != Role::witness &&
            is_same_person(other.by, signature.by)) {
            return fail(refusal(fmt::format("'{}' signed as {} already, and can't sign as {} too",
                                            visible(signature.by), to_string(other.role), role),
                                "add --on-behalf REASON to sign for somebody else"));
        }
    }
    return {};
}

/// Nobody signs a goal that asks for more periods than there are.
Result<void> require_periods(const Settings& settings, const Plan& terms) {
    Diagnostics errors;
    for (const PeriodProblem& problem : period_problems(settings, terms)) {
        errors.push_back(refusal(problem.message, problem.hint));
    }
    return errors.empty() ? Result<void>() : fail(std::move(errors));
}

Result<Answer> answer_of(const Arguments& arguments, Role role) {
    const bool is_refused = arguments.has("refused");
    const bool is_unavailable = arguments.has("unavailable");
    if (is_refused && is_unavailable) {
        return fail(usage_error("--refused and --unavailable exclude each other"));
    }
    if (role == Role::witness && (is_refused || is_unavailable)) {
        return fail(usage_error("a witness either signs or is none",
                                "--refused and --unavailable go with --as rep, manager or hr"));
    }
    if (is_refused && !arguments.has("witness")) {
        return fail(usage_error("a refusal needs a witness", "add --witness NAME: who saw it"));
    }
    if (!is_refused && arguments.has("witness")) {
        return fail(usage_error("--witness goes with --refused",
                                "whoever witnesses a signature signs with --as witness"));
    }
    return is_refused ? Answer::refused : is_unavailable ? Answer::unavailable : Answer::signed_;
}

Result<std::optional<std::string>> name_in(const Arguments& arguments, std::string_view option) {
    const auto given = arguments.value(option);
    if (!given) {
        return std::nullopt;
    }
    PERFPLAN_TRY(auto name, clean_text(fmt::format("--{}", option), *given));
    if (trim(name).empty() || name.find('\n') != std::string::npos) {
        return fail(usage_error(fmt::format("--{} needs words on one line", option)));
    }
    return std::string(trim(name));
}

Result<Date> date_of(const Arguments& arguments, const OpenPlan& open) {
    const auto on = arguments.value("on");
    return on ? past_date("--on", *on, open.today, open.tree.settings()) : open.today;
}

/// The signature as far as the options tell; what it is for comes later.
Result<Record> signature_from(const Arguments& arguments, const Io& io, const OpenPlan& open) {
    const auto role = parse_role(*arguments.value("as"));
    if (!role) {
        return fail(invalid_value("--as", role.error()));
    }
    const auto answer = answer_of(arguments, *role);
    auto witness = name_in(arguments, "witness");
    auto on_behalf = name_in(arguments, "on-behalf");
    const auto date = date_of(arguments, open);
    Diagnostics errors;
    collect(errors, answer);
    collect(errors, witness);
    collect(errors, on_behalf);
    collect(errors, date);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    Record record;
    record.kind = RecordKind::signature;
    record.date = *date;
    record.recorded = moment_after(open.plan.journal, moment(io, open.today), open.today);
    record.role = *role;
    record.answer = *answer;
    record.witness = *std::move(witness);
    record.on_behalf = *std::move(on_behalf);
    PERFPLAN_TRY_DO(add_names(record, arguments, io, open.written));
    if (record.witness && is_same_person(*record.witness, record.by)) {
        return fail(usage_error(
            fmt::format("'{}' can't be the witness of an own refusal", visible(record.by)),
            "name somebody else who saw it"));
    }
    return record;
}

/// The answer that the same person gave to the newest terms in the same role.
const SignatureStatus* answer_before(const LoadedPlan& plan, const TermsStatus& agreed,
                                     const Record& signature) {
    for (const SignatureStatus& answer : agreed.newest_signatures) {
        if (answer.role == signature.role && is_same_person(answer.by, signature.by) &&
            plan.journal[answer.entry].record.terms == signature.terms) {
            return &answer;
        }
    }
    return nullptr;
}

bool says_the_same(const SignatureStatus& before, const Record& signature) {
    return before.answer == signature.answer && before.witness == signature.witness &&
           (!signature.text || before.text == signature.text);
}

/// Another answer may follow on a refusal or an absence, but receipt is receipt.
Result<void> require_new_answer(const LoadedPlan& plan, const SignatureStatus* before,
                                const Record& signature) {
    if (before != nullptr &&
        (before->answer == Answer::signed_ || before->answer == signature.answer)) {
        return fail(refusal(fmt::format("these terms have an answer already: {} on {}",
                                        output::describe(*before), to_string(before->on)),
                            fmt::format("it stays; what there is to say about it goes in with "
                                        "'perfplan note {} --kind response'",
                                        to_string(plan.ref))));
    }
    if (is_recorded(plan, signature)) {
        return fail(
            refusal("the same answer of that day stands for these terms from before they "
                    "were amended and amended back",
                    "tell the two apart with -m TEXT"));
    }
    return {};
}

/// Amended terms can't have been answered before there were any.
Result<void> require_terms_by(const TermsStatus& agreed, Date date) {
    const bool is_amended = std::any_of(
        agreed.amendments.begin(), agreed.amendments.end(),
        [&](const AmendmentStatus& amendment) { return amendment.copy == agreed.newest; });
    if (!is_amended || *agreed.newest_since <= date) {
        return {};
    }
    return fail(refusal(fmt::format("on {} there were no such terms yet: they were amended on {}",
                                    to_string(date), to_string(*agreed.newest_since)),
                        "give --on a later day, or leave it out"));
}

std::string next_of(const PlanRef& ref, const TermsStatus& agreed) {
    return agreed.newest_missing.empty() ? fmt::format("perfplan status {}", to_string(ref))
                                         : fmt::format("perfplan sign {} --as {}", to_string(ref),
                                                       to_string(agreed.newest_missing.front()));
}

std::string what_it_means(const Record& signature, const OpenPlan& open,
                          const TermsStatus& agreed) {
    std::string lines = output::describe(SignatureStatus{*signature.role,
                                                         *signature.answer,
                                                         signature.by,
                                                         signature.entered_by,
                                                         signature.on_behalf,
                                                         signature.witness,
                                                         signature.date,
                                                         {},
                                                         0});
    lines += signature.answer != Answer::signed_ ? "; that counts as an answer, the terms stand\n"
             : signature.role == Role::witness
                 ? "; that means having been there, not agreement\n"
                 : "; that means receipt of the terms, not agreement\n";
    if (signature.entered_by) {
        lines += fmt::format("entered by {}\n", visible(*signature.entered_by));
    }
    if (!agreed.newest_missing.empty()) {
        lines += fmt::format("still to answer: {}\n", roles_in_words(agreed.newest_missing));
    } else if (open.agreed.newest_waits) {
        lines += "all have answered: the amended terms are in force\n";
    } else if (!open.agreed.missing.empty()) {
        lines += "all have answered: the plan is no draft any more\n";
    }
    return lines;
}

}  // namespace

Result<ExitCode> sign_terms(const Arguments& arguments, Io& io, const OpenPlan& open) {
    PERFPLAN_TRY(auto signature, signature_from(arguments, io, open));
    PERFPLAN_TRY(const auto words, read_text(arguments, io, TextNeeded::no, ""));
    if (!words.text.empty()) {
        signature.text = words.text;
    }
    std::string unchanged;
    const auto made = change_agreed(
        open, dry_run(arguments),
        [&](const LoadedPlan& plan, yaml::Document base, NewTerms& now) -> Result<TermsChange> {
            PERFPLAN_TRY_DO(require_untouched(plan, now.agreed));
            signature.terms =
                now.agreed.newest ? plan.sealed[*now.agreed.newest].digest : plan.digest;
            TermsChange change;
            const SignatureStatus* before = answer_before(plan, now.agreed, signature);
            if (before != nullptr && says_the_same(*before, signature)) {
                unchanged = fmt::format("{}/{}", open.tree.shown(plan.ref),
                                        path_in_plan(plan.journal[before->entry]));
                return change;
            }
            PERFPLAN_TRY_DO(require_periods(open.tree.settings(), open.written));
            PERFPLAN_TRY_DO(require_signer(signature, open.written, now.agreed));
            PERFPLAN_TRY_DO(require_new_answer(plan, before, signature));
            PERFPLAN_TRY_DO(require_terms_by(now.agreed, signature.date));
            if (!now.agreed.newest) {
                change.copy = TermsChange::Copy{signature.date, base.text()};
            }
            change.record = signature;
            change.terms = std::move(base);  // what plan.yaml should be; mostly it is that
            now.agreed = agreed_with(open.tree, plan, signature, plan.terms, open.today);
            return change;
        });
    if (!made) {
        return tl::unexpected(made.error());
    }
    if (!unchanged.empty()) {
        if (!arguments.has("quiet")) {
            io.print(fmt::format("unchanged {}\n", visible(unchanged)));
        }
        return ExitCode::done;
    }
    print_changed(arguments, io, made->files, next_of(open.plan.ref, made->agreed),
                  what_it_means(signature, open, made->agreed));
    return ExitCode::done;
}

}  // namespace perfplan::commands
