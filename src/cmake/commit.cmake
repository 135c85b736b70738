# Writes OUTPUT, the source file that says which commit of SOURCE is being built; touches it only when that is news.
#   cmake -D SOURCE=… -D OUTPUT=… -P commit.cmake

# An archive that git made carries its commit.
file(READ ${CMAKE_CURRENT_LIST_DIR}/archived-commit known)
set(state "")

if(EXISTS ${SOURCE}/.git)  # any other repository around us is somebody else's
    foreach(variable IN ITEMS GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE)  # those of a hook that builds
        unset(ENV{${variable}})
    endforeach()
    execute_process(
        COMMAND git --no-optional-locks status --porcelain=v2 --branch --untracked-files=normal
            -- CMakeLists.txt include src
        WORKING_DIRECTORY ${SOURCE} RESULT_VARIABLE failure OUTPUT_VARIABLE known ERROR_QUIET)
    if(failure)
        set(known "")
    elseif(known MATCHES "(^|\n)[^#\n]")
        set(state ", modified")
    endif()
endif()

set(PERFPLAN_COMMIT "")
if(known MATCHES "^(# branch.oid )?([0-9a-f]+)\n")
    string(SUBSTRING ${CMAKE_MATCH_2} 0 12 PERFPLAN_COMMIT)
    string(APPEND PERFPLAN_COMMIT "${state}")
endif()
configure_file(${SOURCE}/src/cli/commit.cpp.in ${OUTPUT} @ONLY)
