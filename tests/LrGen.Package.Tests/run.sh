#!/usr/bin/env bash
# Packs LrGen and uses the package as other people's projects do, outside the repository: an old library, an application, its native
# build, odd types, and a project with mistakes. Needs the .NET SDK, and for the native build what links C programs.
# Prints a line for each check; the last line is "N passed, N failed".
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
export MSBUILDDISABLENODEREUSE=1 MSBUILDTERMINALLOGGER=off

# A version that nobody has cached; it is installed into a folder of its own, too, so that it never reaches the user's.
version=0.0.$(date +%s)
feed=$work/feed
export LrGenVersion=$version

passed=0
failed=0

# check <what holds> <command…>: runs the command; shows its output only when it fails.
check() {
    local what=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        echo "ok $what"
        passed=$((passed + 1))
    else
        echo "FAILED $what"
        sed 's/^/    /' "$work/log"
        failed=$((failed + 1))
    fi
}

same() { diff -u "$1" "$2"; }

pack() { dotnet pack "$root/src/$1" -c Release -o "$feed" -p:PackageVersion="$version" -p:ContinuousIntegrationBuild=true; }

# has_contents <package> <extension> <expected>: the version of this run stands as VERSION in the expected text.
has_contents() {
    dotnet run "$here/PackageContents.cs" -- "$feed/$1.$version.$2" "$root/" | sed "s/$version/VERSION/" >"$work/contents" &&
        same "$here/expected/$3" "$work/contents"
}

# The package comes from the folder, everything else from where this machine gets its packages.
configure_sources() {
    local names name
    names=$(cd "$work" && dotnet nuget list source | sed -nE 's/^ *[0-9]+\. +(.*) \[Enabled\]$/\1/p')
    [ -n "$names" ] || return 1
    {
        echo '<configuration>'
        echo "  <packageSources><add key=\"lrgen-under-test\" value=\"$feed\" /></packageSources>"
        echo '  <packageSourceMapping>'
        echo '    <packageSource key="lrgen-under-test"><package pattern="LrGen" /><package pattern="LrGen.*" /></packageSource>'
        while IFS= read -r name; do
            [ -z "$name" ] || echo "    <packageSource key=\"$name\"><package pattern=\"*\" /></packageSource>"
        done <<<"$names"
        echo '  </packageSourceMapping>'
        echo '</configuration>'
    } >"$work/nuget.config"
}

build() { dotnet build "$work/consumers/$1" -c Release -nologo -clp:NoSummary; }

# A consumer has to build without a word; what it prints has to be the expected text.
prints_expected() {
    "${@:2}" >"$work/output" && same "$here/expected/$1.txt" "$work/output"
}

runs() { prints_expected "$1" dotnet "$work/consumers/$1/bin/Release/$2/$1.dll"; }

publish_native() {
    dotnet publish "$work/consumers/App" -c Release -p:Native=true -o "$work/native" -nologo -clp:NoSummary >"$work/native.log" 2>&1 || {
        cat "$work/native.log"
        return 1
    }
    ! diagnostics "$work/native.log" | grep .
}

# diagnostics <log>: each error and warning once, as "File.cs(line) error ID", or with the tool's name where there is no file.
diagnostics() {
    sed -nE 's!^(.*/)?([^/(:]+)(\([0-9]+)?[^:]*: (error|warning) ([A-Z]+[0-9]+).*!\2\3 \4 \5!p' "$1" |
        sed -E 's/(\([0-9]+) /\1) /' | sort -u
}

expected_mistakes() {
    (cd "$work/consumers/Broken" && grep -noE '// (error|warning) [A-Z]+[0-9]+$' -- *.cs | sed -E 's!:([0-9]+):// !(\1) !' | sort -u)
}

fails_to_build() { ! build Broken >"$work/broken.log" 2>&1; }

says_what_is_expected() {
    expected_mistakes >"$work/mistakes" && [ -s "$work/mistakes" ] &&
        diagnostics "$work/broken.log" >"$work/said" && same "$work/mistakes" "$work/said"
}

# The severity of a rule in a build with a profile.
has_severity() {
    ! dotnet build "$work/consumers/Broken" -c Release -nologo -clp:NoSummary --no-incremental -p:LrGenProfile="$1" >"$work/profile.log" 2>&1 &&
        diagnostics "$work/profile.log" | grep -qE "$2"
}

# The tool in a folder of its own, run there: nothing of the repository is in reach.
install_tool() {
    dotnet tool install LrGen.Tool --version "$version" --tool-path "$work/tool" --configfile "$work/nuget.config"
}

tool_is_small() { [ "$(wc -c <"$feed/LrGen.Tool.$version.nupkg")" -lt 70000000 ]; }

tool() { (cd "$work/consumers" && "$work/tool/lrgen" "$@"); }

tool_lists() { tool list App --long >"$work/listed" && grep -q '▁' "$work/listed" && grep -q 'first ' "$work/listed"; }

tool_draws() { tool plot App -o "$work/app.png" -o "$work/app.svg" && [ -s "$work/app.png" ] && grep -q 'learning rate' "$work/app.svg"; }

tool_finds_mistakes() {
    local code=0
    tool check Broken --severity error >"$work/found" || code=$?
    [ "$code" = 1 ] && sed -nE 's!^.*/([^/(]+)\(([0-9]+),[0-9]+\): (error|warning) (LRG[0-9]+): .*!\1(\2) \3 \4!p' "$work/found" | sort -u |
        comm -23 <(grep LRG "$work/mistakes") - >"$work/missed" && same /dev/null "$work/missed"
}

installed_here_only() {
    [ -d "$NUGET_PACKAGES/lrgen/$version" ] && [ ! -e "$user_packages/lrgen/$version" ] && [ ! -e "$user_packages/lrgen.torchsharp/$version" ]
}

check 'the package is packed' pack LrGen
check 'the package holds its files, no other file, no path of this machine, and depends on nothing' has_contents LrGen nupkg package.txt
check 'the symbols are packed' has_contents LrGen snupkg symbols.txt
check 'the package for TorchSharp is packed' pack LrGen.TorchSharp
check 'it holds its files and depends on LrGen and TorchSharp, not on a libtorch' has_contents LrGen.TorchSharp nupkg torchsharp.txt
check 'the tool is packed' pack LrGen.Tool
check 'it has no symbols of other libraries and no rare platforms' tool_is_small

# From here on packages are installed into the work folder; the user's are read, so that nothing is fetched twice.
user_packages=$(dotnet nuget locals global-packages --list | sed 's/^global-packages: //')
export NUGET_PACKAGES=$work/packages NUGET_FALLBACK_PACKAGES=$user_packages
cp -R "$here/consumers" "$work/consumers"
check 'the package sources are configured' configure_sources

check 'a C# 9 library for netstandard2.0 builds' build Library
check 'an application for .NET 10 builds' build App
check 'the application prints the expected rates' runs App net10.0
check 'the application builds natively without a warning' publish_native
check 'the native application prints the expected rates' prints_expected App "$work/native/App"
check 'interfaces, records, generic types and keywords build for .NET 8' build Shapes
check 'interfaces, records, generic types and keywords print the expected rates' runs Shapes net8.0
check 'a project with TorchSharp builds for .NET 8' build Torch
check 'a project with mistakes does not build' fails_to_build
check 'its build names each mistake once and nothing else' says_what_is_expected
check 'the strict profile makes a warning an error' has_severity strict 'FactorDoesNotDecay.cs.* error LRG030'
check 'the relaxed profile leaves it a warning' has_severity relaxed 'FactorDoesNotDecay.cs.* warning LRG030'
check 'a profile that does not exist is said' has_severity loud 'error LRG091'
check 'the tool installs from its package' install_tool
check 'it lists the schedules of a project outside the repository' tool_lists
check 'it draws them, with its own font' tool_draws
check 'it finds the mistakes that a build finds' tool_finds_mistakes
check "the package stays out of the user's package folder" installed_here_only

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
