#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "cli/candidates.h"
#include "cli/commands/commands.h"
#include "cli/message.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Prints a script that teaches a shell to complete the words of icc's command line. The script asks
icc itself, so that commands, options, fields, the values of the vocabularies, rules and ids are
always those of the program and of the database in the current folder; accents and case need not
be typed. 'cmake --install' puts the scripts where the shells look for them.

The scripts run 'icc completion words -- WORD…' with the words behind 'icc' up to the one that is
to be completed. It prints the candidates for the last word, one a line, each with a tab and its
meaning behind it.)";

constexpr Example examples[] = {
    {"source <(icc completion bash)", "In ~/.bashrc."},
    {"icc completion zsh > ~/.zfunc/_icc", "In a folder of fpath, before compinit runs."},
    {"icc completion fish > ~/.config/fish/completions/icc.fish", "For fish."},
    {"icc completion words -- list --country sw", "Ask for candidates."},
};

constexpr std::string_view bash_script =
    R"SH(# Completion of icc's words in bash, as 'icc completion bash' prints it.
_icc() {
  local -a words=()
  local word quote line glue= prefix
  # Bash takes words apart at ':' and '='.
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if [[ ${#words[@]} -gt 0 && ($glue || $word == [:=]*) ]]; then
      words[-1]+=$word
    else
      words+=("$word")
    fi
    [[ $word == *[:=] ]] && glue=yes || glue=
  done
  quote=${words[-1]:0:1}
  words=("${words[@]//[\"\'\\]/}")
  word=${words[-1]}
  prefix=${word%"${word##*[:=]}"}
  COMPREPLY=()
  while IFS= read -r line; do
    line=${line%%$'\t'*}
    [[ $line == *[:=] ]] && compopt -o nospace
    line=${line:${#prefix}}
    [[ $quote == [\"\'] ]] || printf -v line %q "$line"
    COMPREPLY+=("$line")
  done < <(icc completion words -- "${words[@]}" 2>/dev/null)
}
complete -o default -F _icc icc
)SH";

constexpr std::string_view zsh_script = R"SH(#compdef icc
# Completion of icc's words in zsh, as 'icc completion zsh' prints it.
_icc() {
  local line
  local -a lines values shown open open_shown
  lines=("${(@f)$(icc completion words -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  for line in $lines; do
    if [[ ${line%%$'\t'*} == *[:=] ]]; then
      open+=("${line%%$'\t'*}")
      open_shown+=("${line/$'\t'/  -- }")
    else
      values+=("${line%%$'\t'*}")
      shown+=("${line/$'\t'/  -- }")
    fi
  done
  if (( $#values + $#open == 0 )); then
    _files
    return
  fi
  (( $#open )) && compadd -U -S '' -l -d open_shown -a open
  (( $#values )) && compadd -U -l -d shown -a values
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _icc "$@"
else
  compdef _icc icc
fi
)SH";

constexpr std::string_view fish_script =
    R"SH(# Completion of icc's words in fish, as 'icc completion fish' prints it.
function __icc_candidates
    set -l words (commandline -opc) (commandline -ct)
    set -e words[1]
    set -l lines (icc completion words -- $words 2>/dev/null)
    if test (count $lines) -gt 0
        printf '%s\n' $lines
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c icc -f -a '(__icc_candidates)'
)SH";

struct Script {
  std::string_view shell;
  std::string_view text;
};

constexpr std::array scripts{Script{"bash", bash_script}, Script{"fish", fish_script},
                             Script{"zsh", zsh_script}};

struct Arguments {
  std::string shell;
  std::vector<std::string> words;
};

Exit write_candidates(Session& session, const std::vector<std::string>& words) {
  for (const Candidate& candidate : candidates(session, words)) {
    session.out.write(fmt::format("{}\t{}\n", visible(candidate.text), visible(candidate.meaning)));
  }
  return Exit::done;
}

Exit completion(Context& context, const Arguments& arguments) {
  Session& session = context.session;
  if (arguments.shell == "words") return write_candidates(session, arguments.words);
  const auto script = std::find_if(scripts.begin(), scripts.end(),
                                   [&](const Script& one) { return one.shell == arguments.shell; });
  if (script == scripts.end()) {
    return complain(session, {Failure::usage, fmt::format("unknown shell '{}'", arguments.shell),
                              "there are scripts for bash, fish and zsh"});
  }
  if (!arguments.words.empty()) {
    return complain(session,
                    {Failure::usage, fmt::format("unexpected argument '{}'", arguments.words[0]),
                     "words to complete stand behind 'icc completion words --'"});
  }
  session.out.write(script->text);
  return Exit::done;
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operand("SHELL", arguments->shell, true);
  options.operands_as_typed("WORD", arguments->words);
  return [&context, arguments] { return completion(context, *arguments); };
}

}  // namespace

const Command completion_command{.name = "completion",
                                 .operands = "bash|fish|zsh",
                                 .summary = "Teach a shell to complete words",
                                 .description = description,
                                 .examples = examples,
                                 .needs = Needs::nothing,
                                 .pages = false,
                                 .bind = bind};

}  // namespace icc
