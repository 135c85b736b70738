// Terms as they were sealed: byte-for-byte copies of plan.yaml in the journal.
#pragma once

#include "model/plan.hpp"

#include <string>
#include <string_view>

namespace perfplan::model {

/// A copy of plan.yaml that a signature or an amendment can refer to. Alone it means nothing.
struct SealedTerms {
    Date date;           ///< of its file's name
    std::string file;    ///< its name in journal/ or private/
    std::string digest;  ///< what records call it: "sha256:" and 64 hexadecimal digits
    Plan terms;
};

/// What records call these bytes of terms: "sha256:…", the digits those of `sha256sum`.
std::string terms_digest(std::string_view bytes);

/// The suffix of a sealed copy's file name: the first eight digits of its digest.
std::string sealed_suffix(std::string_view digest);

/// True if it has the form of a digest.
bool is_terms_digest(std::string_view text);

}  // namespace perfplan::model
