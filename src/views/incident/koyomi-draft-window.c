#include "koyomi-draft-window.h"

#include "koyomi-clock-table.h"
#include "koyomi-day.h"
#include "koyomi-draft-item.h"
#include "koyomi-output-file.h"
#include "koyomi-report-edit.h"
#include "koyomi-table-chooser.h"

#include <string.h>

struct _KoyomiDraftWindow
{
  KoyomiPlanWindow   parent_instance;

  GtkWidget         *copy_button;
  GtkWidget         *save_button;
  GtkWidget         *heading;
  GtkWidget         *about;
  GtkWidget         *missing;
  GtkWidget         *items;
  GtkWidget         *disclaimer;

  gint64             incident;
  gint64             clock;
  KoyomiReportDraft *draft;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiDraftWindow, copy_button),
  KOYOMI_UI_CHILD (KoyomiDraftWindow, save_button),
  KOYOMI_UI_CHILD (KoyomiDraftWindow, heading),
  KOYOMI_UI_CHILD (KoyomiDraftWindow, about),
  KOYOMI_UI_CHILD (KoyomiDraftWindow, missing),
  KOYOMI_UI_CHILD (KoyomiDraftWindow, items),
  KOYOMI_UI_CHILD (KoyomiDraftWindow, disclaimer),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiDraftWindow, koyomi_draft_window, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiWorkspace *
get_workspace (KoyomiDraftWindow *self)
{
  return koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiLanguage
get_language (KoyomiDraftWindow *self)
{
  return koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
}

static void
show_items (KoyomiDraftWindow *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->items);

  for (guint i = 0; i < self->draft->items->len; i++)
    {
      const KoyomiReportItem *item = g_ptr_array_index (self->draft->items, i);

      if (row == NULL)
        {
          row = koyomi_draft_item_new (get_workspace (self), self->incident, item);
          gtk_box_append (GTK_BOX (self->items), row);
        }
      koyomi_draft_item_show (KOYOMI_DRAFT_ITEM (row), item);
      row = gtk_widget_get_next_sibling (row);
    }
}

static void
show_missing (KoyomiDraftWindow *self)
{
  KoyomiLanguage language = get_language (self);
  g_autofree char *names = koyomi_report_draft_name_missing (self->draft, language);
  g_autofree char *text = NULL;

  if (self->draft->items->len == 0)
    text = g_strdup (koyomi_tr (language, "The table of reporting duties does not say what this report must hold."));
  else if (self->draft->n_missing == 0)
    text = g_strdup (koyomi_tr (language, "✓ Everything that the report must hold is filled in."));
  else
    /* Translators: %1$u of %2$u things that a report must hold are missing; %3$s names them */
    text = g_strdup_printf (koyomi_tr (language, "△ %1$u of %2$u still missing: %3$s"), self->draft->n_missing, self->draft->items->len, names);

  gtk_label_set_label (GTK_LABEL (self->missing), text);
}

static gboolean
koyomi_draft_window_refresh (KoyomiPlanWindow  *window,
                             GError           **error)
{
  KoyomiDraftWindow *self = KOYOMI_DRAFT_WINDOW (window);
  KoyomiReportDraft *draft = koyomi_session_load_report_draft (koyomi_plan_window_get_session (window), self->incident, self->clock,
                                                               get_language (self), error);
  g_autofree char *about = NULL;

  if (draft == NULL)
    return FALSE;

  g_clear_pointer (&self->draft, koyomi_report_draft_free);
  self->draft = draft;
  about = g_strdup_printf ("%s %s%s%s", draft->number, draft->name, *draft->recipient != '\0' ? "\n" : "", draft->recipient);
  gtk_label_set_label (GTK_LABEL (self->heading), draft->title);
  gtk_label_set_label (GTK_LABEL (self->about), about);
  show_missing (self);
  show_items (self);

  return TRUE;
}

/* With what is being typed. */
static char *
format (KoyomiDraftWindow *self)
{
  g_autoptr(KoyomiReportDraft) draft = NULL;

  koyomi_workspace_flush (get_workspace (self));
  draft = koyomi_session_load_report_draft (koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self)), self->incident, self->clock,
                                            get_language (self), NULL);

  return koyomi_report_draft_format (draft != NULL ? draft : self->draft, koyomi_time_now (), get_language (self));
}

static void
tell (KoyomiDraftWindow *self,
      const char        *text)
{
  koyomi_plan_window_add_toast (KOYOMI_PLAN_WINDOW (self), adw_toast_new (text));
}

static void
copy_cb (KoyomiDraftWindow *self)
{
  g_autofree char *text = format (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  tell (self, koyomi_tr (get_language (self), "The draft was copied"));
}

static gboolean
write_text (const char  *path,
            const char  *text,
            GError     **error)
{
  g_autoptr(KoyomiOutputFile) file = koyomi_output_file_new (path, error);

  return file != NULL && koyomi_output_file_write (file, text, strlen (text), error) && koyomi_output_file_commit (file, error);
}

static void
chosen_cb (GFile    *file,
           gpointer  data)
{
  KoyomiDraftWindow *self = data;
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  if (path == NULL || get_workspace (self) == NULL)
    return;

  text = format (self);
  if (write_text (path, text, &error))
    tell (self, koyomi_tr (get_language (self), "The draft was saved"));
  else
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), koyomi_tr (get_language (self), "The draft was not saved"), error);
}

/* A name that any file system takes. */
static char *
propose_name (KoyomiDraftWindow *self)
{
  g_autofree char *name = g_strdup_printf ("%s %s.txt", self->draft->number, self->draft->title);

  return g_strdelimit (g_steal_pointer (&name), "/\\:*?\"<>|\n", '-');
}

static void
save_cb (KoyomiDraftWindow *self)
{
  KoyomiLanguage language = get_language (self);
  g_autofree char *name = propose_name (self);

  koyomi_table_chooser_save (GTK_WINDOW (self), koyomi_workspace_get_settings (get_workspace (self)), language, name,
                             koyomi_tr (language, "Text files"), chosen_cb, g_object_ref (self), g_object_unref);
}

static void
koyomi_draft_window_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_draft_window_parent_class)->dispose (object);
}

static void
koyomi_draft_window_finalize (GObject *object)
{
  g_clear_pointer (&KOYOMI_DRAFT_WINDOW (object)->draft, koyomi_report_draft_free);

  G_OBJECT_CLASS (koyomi_draft_window_parent_class)->finalize (object);
}

static void
koyomi_draft_window_class_init (KoyomiDraftWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_draft_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_draft_window_finalize;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_draft_window_refresh;
}

static void
koyomi_draft_window_init (KoyomiDraftWindow *self)
{
}

void
koyomi_draft_window_present (GtkWindow       *parent,
                             KoyomiWorkspace *workspace,
                             gint64           incident,
                             gint64           clock)
{
  KoyomiDraftWindow *self = g_object_new (KOYOMI_TYPE_DRAFT_WINDOW, NULL);

  self->incident = incident;
  self->clock = clock;
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-draft-window", children);
  gtk_label_set_label (GTK_LABEL (self->disclaimer), koyomi_clock_table_get_disclaimer (koyomi_workspace_get_language (workspace)));
  g_signal_connect_object (self->copy_button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), self->copy_button);
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
