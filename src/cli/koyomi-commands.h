#pragma once

#include "koyomi-shell.h"

G_BEGIN_DECLS

KoyomiExit  koyomi_command_new       (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_info      (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_list      (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_lint      (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_kpi       (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_search    (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_import    (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_export    (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_report    (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_pack      (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_verify_pack (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_reissue   (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_narrative (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_log       (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_undo      (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_redo      (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_bookmark  (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_snapshot  (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_evidence  (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_verify    (KoyomiShell *shell, int argc, char **argv);
KoyomiExit  koyomi_command_backup    (KoyomiShell *shell, int argc, char **argv);

/* Lists for their help. */
void       koyomi_lists_print           (KoyomiLanguage language);
void       koyomi_reports_print         (KoyomiLanguage language);
void       koyomi_report_sections_print (KoyomiLanguage language);

G_END_DECLS
