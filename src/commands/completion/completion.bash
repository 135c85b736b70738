# bash completion for perfplan: source <(perfplan completion bash)
# shellcheck shell=bash

# The words up to the cursor as a person sees them: bash breaks them at = and : as well.
_perfplan_words() {
    local rest=${COMP_LINE:0:COMP_POINT} word i stripped
    words=()
    for ((i = 0; i <= COMP_CWORD; i++)); do
        stripped=${rest#"${rest%%[![:space:]]*}"}
        word=${COMP_WORDS[i]}
        if ((i == COMP_CWORD)); then
            word=$stripped
        fi
        if ((i > 0)) && [[ $stripped == "$rest" && -n $rest ]]; then
            words[-1]+=$word
        else
            words+=("$word")
        fi
        rest=${stripped#"$word"}
    done
}

# The word without what quotes it.
_perfplan_unquoted() {
    local word=$1
    word=${word//[\"\']/}
    unquoted=${word//\\/}
}

_perfplan_files() {
    local prefix=$2 kind=-f path
    if [[ $1 == directories ]]; then
        kind=-d
    fi
    compopt -o filenames 2>/dev/null
    while IFS= read -r path; do
        COMPREPLY+=("${prefix#"$broken_off"}$path")
    done < <(compgen "$kind" -- "${unquoted#"$prefix"}")
}

# A candidate as it must stand within the quotes that the word began with: nothing in it may end them or
# be expanded.
_perfplan_within_quotes() {
    local quote=$1 text=$2 i character
    within=''
    for ((i = 0; i < ${#text}; i++)); do
        character=${text:i:1}
        case $quote$character in
            "''") within+="'\\''" ;;
            '"!') within+="\"'!'\"" ;;
            \"[\"\\\$\`]) within+=\\$character ;;
            *) within+=$character ;;
        esac
    done
}

_perfplan_candidates() {
    local line candidate within
    while IFS= read -r line; do
        candidate=${line%%$'\t'*}
        candidate=${candidate#"$broken_off"}
        if [[ $current == [\"\']* ]]; then
            _perfplan_within_quotes "${current:0:1}" "$candidate"
            candidate=$within
        else
            printf -v candidate %q "$candidate"
            candidate=${candidate//\\=/=}
            candidate=${candidate//\\,/,}
        fi
        COMPREPLY+=("$candidate")
    done
    if ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *[=,] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}

_perfplan() {
    local words unquoted current broken_off='' kind prefix word
    local -a plain=()
    COMPREPLY=()
    _perfplan_words
    current=${words[-1]}
    for word in "${words[@]:1}"; do
        _perfplan_unquoted "$word"
        plain+=("$unquoted")
    done
    # bash replaces only what stands behind the last = or :
    if [[ $current != [\"\']* && $unquoted == *[=:]* ]]; then
        if [[ $COMP_WORDBREAKS == *=* && $unquoted == *=* ]]; then
            broken_off=${unquoted%"${unquoted##*=}"}
        fi
        if [[ $COMP_WORDBREAKS == *:* && ${unquoted##*=} == *:* ]]; then
            broken_off=${unquoted%"${unquoted##*:}"}
        fi
    fi
    {
        IFS=' ' read -r kind prefix
        if [[ $kind == words ]]; then
            _perfplan_candidates
        elif [[ -n $kind ]]; then
            _perfplan_files "$kind" "$prefix"
        fi
    } < <("$1" __complete "${plain[@]}" 2>/dev/null)
}

complete -F _perfplan perfplan
