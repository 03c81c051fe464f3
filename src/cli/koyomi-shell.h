#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* What the program answers with. */
typedef enum
{
  KOYOMI_EXIT_DONE = 0,
  KOYOMI_EXIT_NOT_SO = 1,           /* the thing asked about is not so */
  KOYOMI_EXIT_USAGE = 2,
  KOYOMI_EXIT_FILE_REFUSED = 3,     /* the plan cannot be opened, or not written */
  KOYOMI_EXIT_INPUT_REFUSED = 4,
  KOYOMI_EXIT_OUTPUT_FAILED = 5,
} KoyomiExit;

/* One run of the program: it speaks the language that was asked for, on any terminal, and says what went wrong and what to do. */
typedef struct
{
  KoyomiLanguage  language;
  gboolean        language_given;   /* else it is that of the environment */
  int             percent;          /* as last shown */
  const char     *path;             /* of the plan, once the arguments have been read */
} KoyomiShell;

/* Prints what a command can be asked for. */
typedef void (*KoyomiListFunc) (KoyomiLanguage language);

/* A command of the program. Its texts are English, for koyomi_tr(). */
typedef struct
{
  const char  *name;
  const char  *arguments;   /* such as "PLAN NAME" */
  const char  *summary;
  const char  *details;     /* (nullable): more lines of its help */
  KoyomiExit (*run)         (KoyomiShell *shell,
                             int          argc,
                             char       **argv);
  KoyomiListFunc list;      /* (nullable): prints the end of its help */
} KoyomiCommand;

const KoyomiCommand *koyomi_command_get      (guint                 index);
const KoyomiCommand *koyomi_command_find     (const char           *name);

gboolean             koyomi_shell_parse      (KoyomiShell          *self,
                                              const char           *command,
                                              const GOptionEntry   *options,
                                              int                   n_arguments,
                                              int                  *argc,
                                              char               ***argv,
                                              KoyomiExit           *exit);
void                 koyomi_shell_show_help  (KoyomiShell          *self);

void                 koyomi_print            (const char           *format,
                                              ...) G_GNUC_PRINTF (1, 2);
void                 koyomi_print_column     (const char           *text,
                                              guint                 width);
guint                koyomi_text_get_width   (const char           *text);

KoyomiExit           koyomi_shell_misuse     (KoyomiShell          *self,
                                              const char           *message);
KoyomiExit           koyomi_shell_fail       (KoyomiShell          *self,
                                              KoyomiExit            exit,
                                              const GError         *error);
void                 koyomi_shell_say        (KoyomiShell          *self,
                                              const char           *message);

KoyomiSession       *koyomi_shell_open       (KoyomiShell          *self,
                                              const char           *path,
                                              gboolean              to_write,
                                              KoyomiExit           *exit);
KoyomiSession       *koyomi_shell_open_marked (KoyomiShell        *self,
                                               const char           *path,
                                               const char           *auditor,
                                               const char           *watermark,
                                               KoyomiExit           *exit);
KoyomiExit           koyomi_shell_end_edit   (KoyomiShell          *self,
                                              KoyomiSession        *session);

GCancellable        *koyomi_shell_get_cancellable (void);
void                 koyomi_shell_progress   (double                fraction,
                                              gpointer              data);

G_END_DECLS
