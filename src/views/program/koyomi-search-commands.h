#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Something that can be done now: an entry of a menu that is seen, a button of a header bar, or a view to go to. */
typedef struct
{
  GtkWidget *widget;    /* whose action it is; not owned: it must be asked for anew when widgets may have gone */
  char      *action;
  GVariant  *target;    /* NULL for none */
  char      *title;
  char      *keys;      /* "" for none */
} KoyomiSearchCommand;

GPtrArray *koyomi_search_commands_list    (GtkWidget                  *plan,
                                           KoyomiLanguage              language) G_GNUC_WARN_UNUSED_RESULT;
char      *koyomi_search_command_dup_name (const KoyomiSearchCommand  *self) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_search_command_run      (const KoyomiSearchCommand  *self);
void       koyomi_search_command_free     (KoyomiSearchCommand        *self);

G_END_DECLS
