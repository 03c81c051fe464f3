#include "koyomi-import-columns.h"

typedef struct
{
  KoyomiImportTextFunc func;
  KoyomiLanguage       language;
  gboolean             expands;
} TextColumn;

static void
free_column (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static void
set_up_text_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                TextColumn               *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), self->expands);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (self->expands)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), 16);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
    }
  gtk_list_item_set_child (item, label);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* A text that says "error" stands out. */
static void
show_text (GtkListItem *item,
           TextColumn  *self)
{
  gboolean tells_error = self->func == koyomi_import_row_dup_action || self->func == koyomi_import_row_dup_severity;
  KoyomiImportRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = self->func (row, self->language);

  gtk_label_set_label (GTK_LABEL (label), text);
  set_class (label, "dim-label", !koyomi_import_row_is_wanted (row));
  set_class (label, "error", tells_error && koyomi_import_row_has_error (row) && koyomi_import_row_is_wanted (row));
}

static void
wanted_cb (KoyomiImportRow *row,
           GParamSpec      *pspec,
           GtkListItem     *item)
{
  show_text (item, g_object_get_data (G_OBJECT (item), "column"));
}

static void
bind_text_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              TextColumn               *self)
{
  g_object_set_data (G_OBJECT (item), "column", self);
  g_signal_connect (gtk_list_item_get_item (item), "notify::wanted", G_CALLBACK (wanted_cb), item);
  show_text (item, self);
}

static void
unbind_text_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                TextColumn               *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), wanted_cb, item);
}

/* @expands: takes the room that is left, in as many lines as it needs */
GtkColumnViewColumn *
koyomi_import_column_new_text (const char           *title,
                               KoyomiImportTextFunc  func,
                               KoyomiLanguage        language,
                               gboolean              expands)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  TextColumn *self = g_new0 (TextColumn, 1);
  GtkColumnViewColumn *column;

  self->func = func;
  self->language = language;
  self->expands = expands;
  g_signal_connect_data (factory, "setup", G_CALLBACK (set_up_text_cb), self, free_column, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_text_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_text_cb), self);

  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, expands);
  gtk_column_view_column_set_resizable (column, TRUE);

  return column;
}

static void
set_up_check_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item,
                 gpointer                  data)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, check);
}

static void
bind_check_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  data)
{
  KoyomiLanguage language = GPOINTER_TO_INT (data);
  KoyomiImportRow *row = gtk_list_item_get_item (item);
  GtkWidget *check = gtk_list_item_get_child (item);
  g_autofree char *place = koyomi_import_row_dup_place (row, language);
  g_autofree char *name = koyomi_import_row_dup_name (row, language);
  /* Translators: the name of a check box: a place in a file, such as row 12, and what stands there */
  g_autofree char *label = g_strdup_printf (koyomi_tr (language, "Import %s: %s"), place, name);
  GBinding *binding = g_object_bind_property (row, "wanted", check, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);

  g_object_set_data (G_OBJECT (item), "binding", binding);
  gtk_widget_set_visible (check, koyomi_import_row_can_choose (row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
unbind_check_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item,
                 gpointer                  data)
{
  g_binding_unbind (g_object_get_data (G_OBJECT (item), "binding"));
}

/* A box to tick for what is taken over. */
GtkColumnViewColumn *
koyomi_import_column_new_check (KoyomiLanguage language)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  gpointer data = GINT_TO_POINTER (language);

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_check_cb), data);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_check_cb), data);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_check_cb), data);

  return gtk_column_view_column_new (koyomi_tr (language, "Import"), factory);
}
