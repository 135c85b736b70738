#compdef perfplan
# zsh completion for perfplan: source <(perfplan completion zsh), or as _perfplan in a directory of $fpath

_perfplan() {
    local line kind prefix word
    local -a answer typed ready ready_what open open_what
    typed=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")
    answer=("${(@f)$("${(Q)words[1]}" __complete "${typed[@]}" 2>/dev/null)}")
    kind=${answer[1]%% *}
    prefix=${answer[1]#* }
    case $kind in
        files | directories)
            compset -P "${(b)prefix}"
            if [[ $kind == directories ]]; then
                _files -/
            else
                _files
            fi
            ;;
        words)
            for line in "${(@)answer[2,-1]}"; do
                word=${line%%$'\t'*}
                line=${line#*$'\t'}
                if [[ $word == *[=,] ]]; then
                    open+=("$word")
                    open_what+=("$word${line:+  -- $line}")
                else
                    ready+=("$word")
                    ready_what+=("$word${line:+  -- $line}")
                fi
            done
            # candidates that are explained stand one a line
            local -a one_a_line=()
            [[ "${ready_what[*]}${open_what[*]}" == *'  -- '* ]] && one_a_line=(-l)
            (($#ready)) && compadd "${one_a_line[@]}" -d ready_what -a -- ready
            (($#open)) && compadd "${one_a_line[@]}" -S '' -d open_what -a -- open
            ;;
    esac
}

if [[ $funcstack[1] == _perfplan ]]; then
    _perfplan "$@"
else
    compdef _perfplan perfplan
fi
