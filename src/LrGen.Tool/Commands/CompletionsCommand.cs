using System.CommandLine;

namespace LrGen.Tool.Commands;

/// <summary>Prints a script that lets a shell complete lrgen's command lines.</summary>
internal sealed class CompletionsCommand : ToolCommand
{
    /// <summary>The words up to the cursor go to the hidden command; where it has no answer, the shell completes the names of files.</summary>
    private static readonly Dictionary<string, string> s_scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            # lrgen: add  eval "$(lrgen completions bash)"  to ~/.bashrc.
            _lrgen() {
                local IFS=$'\n'
                COMPREPLY=($(lrgen complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
            }
            complete -o default -F _lrgen lrgen

            """,
        ["zsh"] = """
            # lrgen: add  eval "$(lrgen completions zsh)"  to ~/.zshrc, behind compinit.
            _lrgen() {
                local -a found
                found=("${(@f)$(lrgen complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
                if [[ -n "${found[1]}" ]]; then compadd -- "${found[@]}"; else _files; fi
            }
            compdef _lrgen lrgen

            """,
        ["fish"] = """
            # lrgen: add  lrgen completions fish | source  to ~/.config/fish/config.fish.
            complete -c lrgen -a '(set -l words (commandline -opc) (commandline -ct); lrgen complete -- $words[2..-1] 2>/dev/null)'

            """,
        ["pwsh"] = """
            # lrgen: add  lrgen completions pwsh | Out-String | Invoke-Expression  to $PROFILE.
            Register-ArgumentCompleter -Native -CommandName lrgen -ScriptBlock {
                param($word, $line, $position)
                $words = @($line.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.StartOffset -lt $position } | ForEach-Object { $_.ToString() })
                if ($word -eq '') { $words += '""' }
                lrgen complete -- $words 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }

            """,
    };

    private readonly Argument<string> _shell;

    public CompletionsCommand()
        : base("completions", "Prints a script that completes command lines of lrgen: eval \"$(lrgen completions bash)\".")
    {
        _shell = With(new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh." });
        _shell.AcceptOnlyFromAmong([.. s_scripts.Keys]);
    }

    protected override int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        output.Write(s_scripts[result.GetValue(_shell)!].ReplaceLineEndings("\n"));
        return ExitCode.Success;
    }
}
