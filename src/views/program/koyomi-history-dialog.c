#include "koyomi-history-dialog.h"

#include "koyomi-change-item.h"
#include "koyomi-day.h"
#include "koyomi-entry-item.h"
#include "koyomi-entry-text.h"
#include "koyomi-error-dialog.h"
#include "koyomi-history.h"
#include "koyomi-search-escape.h"
#include "koyomi-ui.h"
#include "koyomi-verification.h"

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
bind_time (GtkLabel          *label,
           const KoyomiEntry *entry,
           KoyomiLanguage     language)
{
  g_autofree char *text = koyomi_time_format_local (entry->at);

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
  g_autofree char *text = koyomi_entry_text_describe (entry, language);

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

  time = koyomi_time_format_local (entry->at);
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

static void
verify_cb (History *self)
{
  koyomi_verification_run (self->dialog, self->session, self->language, NULL, NULL, NULL);
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
