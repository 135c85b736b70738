# fish completion for perfplan: perfplan completion fish | source

function __perfplan_candidates
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    # what the person quoted is taken as it will be read
    set -l plain (string unescape -- "$current" 2>/dev/null; or string trim --left --chars '"\'' -- "$current")
    set -l answer ($words[1] __complete $words[2..-1] "$plain" 2>/dev/null)
    set -l kind (string split --max 1 ' ' -- "$answer[1]")
    switch "$kind[1]"
        case words
            printf '%s\n' $answer[2..-1]
        case files directories
            set -l prefix "$kind[2]"
            set -l rest (string sub --start (math (string length -- "$prefix") + 1) -- "$plain")
            for path in (__fish_complete_$kind[1] "$rest")
                printf '%s%s\n' "$prefix" "$path"
            end
    end
end

function __fish_complete_files --description 'The files that a word could become'
    complete -C "'' $argv[1]" | string replace --regex '\t.*' ''
end

complete --command perfplan --no-files --keep-order --arguments '(__perfplan_candidates)'
