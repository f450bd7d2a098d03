"""The scripts that make shells complete, and where each shell looks for its own."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from shizhong_cli.tuples import NamedTuple

VARIABLE = "_SHIZHONG_COMPLETE"
"""Holds the name of the shell while it asks what can follow."""


class Shell(StrEnum):
    """A shell that can complete."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


_BASH = """\
_shizhong_completion() {
    local IFS=$'\\n'
    COMPREPLY=( $(VARIABLE=bash "${COMP_WORDS[0]}" "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) )
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace
    return 0
}
complete -o default -F _shizhong_completion shizhong
"""
_ZSH = """\
#compdef shizhong
_shizhong() {
    local -a found
    local line word
    while IFS= read -r line; do
        word="${line%%$'\\t'*}"
        if [[ "$line" == *$'\\t'* ]]; then
            found+=("${word//:/\\\\:}:${line#*$'\\t'}")
        else
            found+=("${word//:/\\\\:}")
        fi
    done < <(VARIABLE=zsh "${words[1]}" "${(@)words[2,$CURRENT]}" 2>/dev/null)
    if (( ${#found} )); then
        _describe -V shizhong found -U
    else
        _files
    fi
}
if [[ "${funcstack[1]}" == _shizhong ]]; then
    _shizhong "$@"
else
    compdef _shizhong shizhong
fi
"""
_FISH = """\
function __shizhong_complete
    set -l words (commandline -opc) (commandline -ct)
    VARIABLE=fish $words[1] $words[2..-1] 2>/dev/null
end
complete -c shizhong -a '(__shizhong_complete)'
"""
_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName shizhong -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $program = $commandAst.GetCommandName()
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
        ForEach-Object { if ($_.Value -is [string]) { $_.Value } else { $_.ToString() } })
    if ($wordToComplete -eq '') { $words += '""' }
    $pythons = $env:PYTHONIOENCODING
    $consoles = [Console]::OutputEncoding
    $env:VARIABLE = 'powershell'
    $env:PYTHONIOENCODING = 'utf-8'
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    try {
        & $program @words 2>$null | ForEach-Object {
            $word, $text = $_ -split "`t", 2
            if (-not $text) { $text = $word }
            [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $text)
        }
    } finally {
        $env:PYTHONIOENCODING = $pythons
        [Console]::OutputEncoding = $consoles
        Remove-Item Env:VARIABLE
    }
}
"""
_SCRIPTS = {Shell.BASH: _BASH, Shell.ZSH: _ZSH, Shell.FISH: _FISH, Shell.POWERSHELL: _POWERSHELL}


def script(shell: Shell) -> str:
    """The script for a shell."""
    return _SCRIPTS[shell].replace("VARIABLE", VARIABLE)


class Place(NamedTuple):
    """Where the script of a shell goes, and the line in its settings that loads it."""

    file: Path
    settings: Path | None = None
    line: str = ""


def place_for(shell: Shell, home: Path) -> Place | None:
    """Where a script is installed for one user; ``None`` where only the shell itself knows."""
    if shell is Shell.BASH:
        file = home / ".bash_completions" / "shizhong.sh"
        return Place(file, home / ".bashrc", f"source '{file}'")
    if shell is Shell.ZSH:
        file = home / ".zfunc" / "_shizhong"
        return Place(file, home / ".zshrc", "fpath+=~/.zfunc; autoload -Uz compinit; compinit")
    if shell is Shell.FISH:
        return Place(home / ".config" / "fish" / "completions" / "shizhong.fish")
    return None
