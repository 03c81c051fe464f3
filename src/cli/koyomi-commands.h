#pragma once

#include "koyomi-shell.h"

G_BEGIN_DECLS

KoyomiExit  koyomi_command_new       (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_info      (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_list      (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_lint      (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_kpi       (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_import    (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_export    (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_log       (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_undo      (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_redo      (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_bookmark  (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_evidence  (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_verify    (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_backup    (KoyomiShell *shell, int argc, char **argv);

G_END_DECLS
