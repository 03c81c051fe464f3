#include "koyomi-numbered-chooser.h"

typedef struct
{
  KoyomiWorkspace *workspace;   /* not owned: it lives as long as the chooser */
  int              number;
} Source;

/* 8.13 Information backup */
static char *
name_row (KoyomiRecord *row,
          int           number)
{
  return g_strdup_printf ("%s %s", koyomi_record_get_text (row, number), koyomi_record_get_title (row));
}

static GListStore *
load (gpointer data)
{
  const Source *source = data;
  g_autoptr(GPtrArray) rows = koyomi_session_list (koyomi_workspace_get_session (source->workspace), KOYOMI_FIELD_TABLE (source->number), 0, 0,
                                                   koyomi_workspace_get_language (source->workspace), NULL);
  GListStore *store = g_list_store_new (KOYOMI_TYPE_CHOICE);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autofree char *name = name_row (g_ptr_array_index (rows, i), source->number);
      g_autoptr(KoyomiChoice) choice = koyomi_choice_new (koyomi_record_get_id (g_ptr_array_index (rows, i)), name, NULL);

      g_list_store_append (store, choice);
    }

  return store;
}

/* @none: (nullable): what it is called to choose no row; NULL where one has to be chosen */
GtkWidget *
koyomi_numbered_chooser_new (KoyomiWorkspace *workspace,
                             const char      *caption,
                             int              number,
                             const char      *none)
{
  Source *source = g_new0 (Source, 1);
  GtkWidget *self;

  source->workspace = workspace;
  source->number = number;
  self = koyomi_chooser_new (caption, koyomi_workspace_get_language (workspace), load, source);
  g_object_set_data_full (G_OBJECT (self), "koyomi-numbered-source", source, g_free);
  if (none != NULL)
    koyomi_chooser_set_none (KOYOMI_CHOOSER (self), none);

  return self;
}

/* @id: 0 for none */
void
koyomi_numbered_chooser_show (KoyomiChooser   *self,
                              KoyomiWorkspace *workspace,
                              int              number,
                              gint64           id)
{
  g_autoptr(KoyomiRecord) row = NULL;
  g_autofree char *name = NULL;

  if (id != 0)
    row = koyomi_session_get (koyomi_workspace_get_session (workspace), KOYOMI_FIELD_TABLE (number), id,
                              koyomi_workspace_get_language (workspace), NULL);
  if (row != NULL)
    name = name_row (row, number);
  koyomi_chooser_show_choice (self, id, name);
}
