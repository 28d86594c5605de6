# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Makes the sample logs that the project ships.
#   cmake -DGENERATOR=…/generate-log -DFOLDER=… [-DEXPECTED=…] -P samplelogs.cmake
# Writes them into FOLDER. With EXPECTED, fails unless the files in that folder have the same content.

set(names)
function(make_sample name)
    file(MAKE_DIRECTORY ${FOLDER})
    execute_process(COMMAND ${GENERATOR} ${ARGN} OUTPUT_FILE ${FOLDER}/${name} COMMAND_ERROR_IS_FATAL ANY)
    if(EXPECTED)
        file(SHA256 ${FOLDER}/${name} made)
        file(SHA256 ${EXPECTED}/${name} shipped)
        if(NOT made STREQUAL shipped)
            message(FATAL_ERROR "${name} is not what the generator makes; see target remake-samples.")
        endif()
    endif()
    set(names ${names} ${name} PARENT_SCOPE)
endfunction()

make_sample(ISALOG_20100512_WEB_000.w3c --kind web --rows 2000 --seed 20100512)
make_sample(ISALOG_20100512_FWS_000.w3c --kind firewall --rows 1500 --seed 20100513)
make_sample(ISALOG_20100513_WEB_000.iis
    --kind web --rows 120 --seed 20100514 --format native --start 2010-05-12T22:00:00)

if(EXPECTED)
    file(GLOB shipped RELATIVE ${EXPECTED} ${EXPECTED}/*)
    list(SORT shipped)
    list(SORT names)
    if(NOT shipped STREQUAL names)
        message(FATAL_ERROR "${EXPECTED} holds ${shipped}, the generator makes ${names}.")
    endif()
endif()
