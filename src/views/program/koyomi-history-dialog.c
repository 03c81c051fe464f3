#include "koyomi-history-dialog.h"

#include "koyomi-change-item.h"
#include "koyomi-entry-item.h"
#include "koyomi-error-dialog.h"
#include "koyomi-history.h"
#include "koyomi-search-escape.h"
#include "koyomi-ui.h"
#include "koyomi-work.h"

#include <adwaita.h>
#include <string.h>

#define COLUMN_PADDING 30

typedef struct
{
  GtkWindow          *dialog;
  KoyomiWorkspace    *workspace;
  KoyomiSession      *session;
  KoyomiLanguage      language;
  GListStore         *entries;
  GtkFilter          *filter;
  GtkSingleSelection *selection;
  GListStore         *changes;
  char               *needle;      /* what is searched for, folded; "" for nothing */
} History;

/* What the worker is given. */
typedef struct
{
  KoyomiSession  *reader;
  gint64          bad_seq;
  GtkWindow      *dialog;    /* NULL once it is gone */
  KoyomiLanguage  language;
} Verification;

static void
free_history (gpointer data)
{
  History *self = data;

  g_object_unref (self->workspace);
  g_object_unref (self->entries);
  g_object_unref (self->changes);
  g_free (self->needle);
  g_free (self);
}

static void
free_verification (gpointer data)
{
  Verification *self = data;

  g_clear_weak_pointer (&self->dialog);
  g_object_unref (self->reader);
  g_free (self);
}

static char *
format_time (gint64 at)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_utc (at / 1000);
  g_autoptr(GDateTime) local = g_date_time_to_local (moment);

  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

/* Returns: (transfer full): what was done, or which entry was taken back or brought back */
static char *
describe_entry (const KoyomiEntry *entry,
                KoyomiLanguage     language)
{
  if (entry->kind == KOYOMI_ENTRY_UNDO)
    return g_strdup_printf (koyomi_tr (language, "Undone: %s"), entry->label);
  else if (entry->kind == KOYOMI_ENTRY_REDO)
    return g_strdup_printf (koyomi_tr (language, "Done again: %s"), entry->label);
  else
    return g_strdup (entry->label);
}

static void
bind_time (GtkLabel          *label,
           const KoyomiEntry *entry,
           KoyomiLanguage     language)
{
  g_autofree char *text = format_time (entry->at);

  gtk_label_set_label (label, text);
}

static void
bind_actor (GtkLabel          *label,
            const KoyomiEntry *entry,
            KoyomiLanguage     language)
{
  gtk_label_set_label (label, entry->actor);
}

static void
bind_label (GtkLabel          *label,
            const KoyomiEntry *entry,
            KoyomiLanguage     language)
{
  g_autofree char *text = describe_entry (entry, language);

  gtk_label_set_label (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
}

static void
set_up_cell_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              History                  *self)
{
  void (*bind) (GtkLabel *, const KoyomiEntry *, KoyomiLanguage) = g_object_get_data (G_OBJECT (factory), "bind");

  bind (GTK_LABEL (gtk_list_item_get_child (item)), koyomi_entry_item_get_entry (gtk_list_item_get_item (item)), self->language);
}

/* What a column needs for the text, and the room beside it. */
static int
measure_column (GtkColumnView *view,
                const char    *text)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width + COLUMN_PADDING;
}

/* @longest: (nullable): what the column has room for; NULL for one that takes what is left */
static void
add_column (History       *self,
            GtkColumnView *view,
            const char    *title,
            const char    *longest,
            GCallback      bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "bind", bind);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cell_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), self);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (longest != NULL)
    gtk_column_view_column_set_fixed_width (column, measure_column (view, longest));
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (view, column);
}

static void
set_up_change_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "koyomi-change");
  gtk_list_item_set_child (item, label);
}

static void
bind_change_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                History                  *self)
{
  g_autofree char *markup = koyomi_change_item_dup_markup (gtk_list_item_get_item (item), self->session, self->language);

  gtk_label_set_markup (GTK_LABEL (gtk_list_item_get_child (item)), markup);
}

/* Takes what is in the array into a list of items, in one change. */
static void
replace_items (GListStore *store,
               GPtrArray  *items)
{
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata, items->len);
}

static void
show_changes_cb (History *self)
{
  KoyomiEntryItem *item = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GError) error = NULL;

  if (item != NULL)
    changes = koyomi_session_list_changes (self->session, koyomi_entry_item_get_entry (item)->seq, &error);
  if (error != NULL)
    koyomi_error_dialog_present (self->dialog, self->language, koyomi_tr (self->language, "The change could not be read"),
                                 koyomi_session_get_path (self->session), error);

  if (changes != NULL)
    {
      g_ptr_array_set_free_func (changes, NULL);
      for (guint i = 0; i < changes->len; i++)
        g_ptr_array_add (items, koyomi_change_item_new (g_ptr_array_index (changes, i)));
    }
  replace_items (self->changes, items);
}

/* The newest first. */
static void
fill_entries (History *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = koyomi_session_list_entries (self->session, 0, &error);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (entries == NULL)
    {
      koyomi_error_dialog_present (self->dialog, self->language, koyomi_tr (self->language, "The change log could not be read"),
                                   koyomi_session_get_path (self->session), error);
      return;
    }

  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = entries->len; i > 0; i--)
    g_ptr_array_add (items, koyomi_entry_item_new (g_ptr_array_index (entries, i - 1)));
  replace_items (self->entries, items);
}

static gboolean
matches (gpointer item,
         gpointer data)
{
  History *self = data;
  const KoyomiEntry *entry = koyomi_entry_item_get_entry (item);
  g_autofree char *time = NULL;
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  if (*self->needle == '\0')
    return TRUE;

  time = format_time (entry->at);
  all = g_strjoin ("\n", entry->label, entry->actor, time, NULL);
  folded = g_utf8_casefold (all, -1);

  return strstr (folded, self->needle) != NULL;
}

static void
search_changed_cb (History        *self,
                   GtkSearchEntry *entry)
{
  g_free (self->needle);
  self->needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (entry)), -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static gboolean
verify_func (gpointer             data,
             KoyomiProgressFunc   progress,
             gpointer             progress_data,
             GCancellable        *cancellable,
             GError             **error)
{
  Verification *self = data;

  return koyomi_session_verify (self->reader, NULL, progress, progress_data, cancellable, &self->bad_seq, error);
}

static void
tell_all_is_well (Verification *self)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self->reader, NULL);
  g_autofree char *hash = head != NULL ? koyomi_entry_dup_hash (head) : g_strdup ("");
  /* Translators: a proof of 16 letters, which reports print */
  g_autofree char *body = g_strdup_printf (koyomi_tr (self->language, "No damage was found, the change log is as it was written, and "
                                                      "nothing was changed outside Koyomi.\n\nThe proof that reports print begins "
                                                      "with %.16s."), hash);
  GtkWidget *dialog = adw_message_dialog_new (self->dialog, koyomi_tr (self->language, "The plan is as it should be"), body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", koyomi_tr (self->language, "_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_fault (Verification *self,
            const GError *error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->bad_seq);
  g_autofree char *where = NULL;

  if (self->bad_seq != 0)
    /* Translators: the number of an entry of the change log */
    where = g_strdup_printf (koyomi_tr (self->language, "The plan is not as it should be, from entry %s on"), number);
  koyomi_error_dialog_present (self->dialog, self->language,
                               where != NULL ? where : koyomi_tr (self->language, "The plan is not as it should be"),
                               koyomi_session_get_path (self->reader), error);
}

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Verification *self = data;
  g_autoptr(GError) error = NULL;
  gboolean is_well = koyomi_work_finish (result, &error);

  if (self->dialog == NULL)
    return;

  if (is_well)
    tell_all_is_well (self);
  else
    tell_fault (self, error);
}

static void
verify_cb (History *self)
{
  g_autoptr(GError) error = NULL;
  KoyomiSession *reader = koyomi_session_copy (self->session, NULL, &error);
  Verification *verification;

  if (reader == NULL)
    {
      koyomi_error_dialog_present (self->dialog, self->language, koyomi_tr (self->language, "The plan could not be verified"),
                                   koyomi_session_get_path (self->session), error);
      return;
    }

  verification = g_new0 (Verification, 1);
  verification->reader = reader;
  verification->language = self->language;
  g_set_weak_pointer (&verification->dialog, self->dialog);
  koyomi_work_run (self->dialog, self->language, koyomi_tr (self->language, "Verifying the plan"), verify_func, verification,
                   free_verification, verified_cb, verification);
}

static void
add_models (History       *self,
            GtkColumnView *entries,
            GtkListView   *changes)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *found;

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->entries)), self->filter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (found));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (show_changes_cb), self);
  gtk_column_view_set_model (entries, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_change_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_change_cb), self);
  gtk_list_view_set_factory (changes, factory);
  gtk_list_view_set_model (changes, GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->changes)))));
  g_object_unref (factory);
}

static void
mapped_cb (GtkWidget *view)
{
  gtk_widget_grab_focus (view);
}

static void
fill (History    *self,
      GtkBuilder *builder)
{
  GtkColumnView *entries = GTK_COLUMN_VIEW (gtk_builder_get_object (builder, "entries"));

  add_column (self, entries, koyomi_tr (self->language, "When"), "2026-00-00 00:00", G_CALLBACK (bind_time));
  add_column (self, entries, koyomi_tr (self->language, "Who"), "2026-00-00 00:00", G_CALLBACK (bind_actor));
  add_column (self, entries, koyomi_tr (self->language, "What"), NULL, G_CALLBACK (bind_label));
  add_models (self, entries, GTK_LIST_VIEW (gtk_builder_get_object (builder, "changes")));
  koyomi_search_escape_attach (GTK_SEARCH_ENTRY (gtk_builder_get_object (builder, "search_entry")));
  g_signal_connect_swapped (gtk_builder_get_object (builder, "search_entry"), "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (gtk_builder_get_object (builder, "verify_button"), "clicked", G_CALLBACK (verify_cb), self);
  g_signal_connect_object (self->dialog, "map", G_CALLBACK (mapped_cb), entries, G_CONNECT_SWAPPED);
  fill_entries (self);
}

/* Who changed what and when, and whether all of it is as it was written. */
void
koyomi_history_dialog_present (GtkWindow       *parent,
                               KoyomiWorkspace *workspace)
{
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-history-dialog", koyomi_workspace_get_language (workspace));
  History *self = g_new0 (History, 1);

  koyomi_workspace_flush (workspace);
  self->workspace = g_object_ref (workspace);
  self->session = koyomi_workspace_get_session (workspace);
  self->language = koyomi_workspace_get_language (workspace);
  self->entries = g_list_store_new (KOYOMI_TYPE_ENTRY_ITEM);
  self->changes = g_list_store_new (KOYOMI_TYPE_CHANGE_ITEM);
  self->needle = g_strdup ("");
  self->dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));
  g_object_set_data_full (G_OBJECT (self->dialog), "history", self, free_history);
  fill (self, builder);
  gtk_window_set_transient_for (self->dialog, parent);
  gtk_window_present (self->dialog);
}
