#include "koyomi-provable-field.h"

#include "koyomi-chooser.h"
#include "koyomi-day.h"
#include "koyomi-provable.h"

struct _KoyomiProvableField
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  GtkWidget       *box;
  GtkDropDown     *kind;
  GtkWidget       *chooser;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiProvableField, koyomi_provable_field, GTK_TYPE_WIDGET)

static void
koyomi_provable_field_dispose (GObject *object)
{
  KoyomiProvableField *self = KOYOMI_PROVABLE_FIELD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_provable_field_parent_class)->dispose (object);
}

static void
koyomi_provable_field_class_init (KoyomiProvableFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_provable_field_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KOYOMI_TYPE_PROVABLE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_provable_field_init (KoyomiProvableField *self)
{
}

static KoyomiProvable
get_kind (KoyomiProvableField *self)
{
  return gtk_drop_down_get_selected (self->kind);
}

static GListStore *
load (gpointer data)
{
  KoyomiProvableField *self = data;
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(GPtrArray) rows = koyomi_session_list_provable (session, get_kind (self), koyomi_day_today (), language, NULL);
  GListStore *store = g_list_store_new (KOYOMI_TYPE_CHOICE);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      KoyomiRecord *row = g_ptr_array_index (rows, i);
      g_autofree char *name = koyomi_session_name_provable (session, row, language);
      g_autoptr(KoyomiChoice) choice = koyomi_choice_new (koyomi_record_get_id (row), name, NULL);

      g_list_store_append (store, choice);
    }

  return store;
}

static void
kind_cb (KoyomiProvableField *self)
{
  koyomi_provable_field_clear (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
chosen_cb (KoyomiProvableField *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static GtkWidget *
make_kind (KoyomiProvableField *self,
           const char          *caption)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new_with_mnemonic (caption);

  for (KoyomiProvable kind = 0; kind < KOYOMI_N_PROVABLES; kind++)
    gtk_string_list_append (names, koyomi_provable_get_name (kind, language));

  self->kind = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->kind));
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->kind));

  return box;
}

/* @none: (nullable): what it is called to choose no row; NULL where one has to be chosen */
GtkWidget *
koyomi_provable_field_new (KoyomiWorkspace *workspace,
                           const char      *caption,
                           const char      *none)
{
  KoyomiProvableField *self = g_object_new (KOYOMI_TYPE_PROVABLE_FIELD, NULL);

  self->workspace = g_object_ref (workspace);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), make_kind (self, caption));
  self->chooser = koyomi_chooser_new (koyomi_workspace_tr (workspace, N_("_Which one")), koyomi_workspace_get_language (workspace), load, self);
  if (none != NULL)
    koyomi_chooser_set_none (KOYOMI_CHOOSER (self->chooser), none);
  gtk_box_append (GTK_BOX (self->box), self->chooser);
  koyomi_provable_field_clear (self);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* Returns: of the table of proofs: what the row is that is chosen */
int
koyomi_provable_field_get_field (KoyomiProvableField *self)
{
  g_return_val_if_fail (KOYOMI_IS_PROVABLE_FIELD (self), 0);

  return koyomi_provable_get_field (get_kind (self));
}

/* Returns: what is chosen; 0 for none */
gint64
koyomi_provable_field_get_row (KoyomiProvableField *self)
{
  g_return_val_if_fail (KOYOMI_IS_PROVABLE_FIELD (self), 0);

  return koyomi_chooser_get_id (KOYOMI_CHOOSER (self->chooser));
}

/* Shows it as chosen. */
void
koyomi_provable_field_show_control (KoyomiProvableField *self,
                                    gint64               control)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(KoyomiRecord) row = koyomi_session_get (session, KOYOMI_TABLE_CONTROL, control, language, NULL);
  g_autofree char *name = row != NULL ? koyomi_session_name_provable (session, row, language) : NULL;

  gtk_drop_down_set_selected (self->kind, KOYOMI_PROVABLE_CONTROL);
  koyomi_chooser_show_choice (KOYOMI_CHOOSER (self->chooser), row != NULL ? control : 0, name);
}

/* Of that kind no row is chosen. */
void
koyomi_provable_field_clear (KoyomiProvableField *self)
{
  g_return_if_fail (KOYOMI_IS_PROVABLE_FIELD (self));

  koyomi_chooser_show_choice (KOYOMI_CHOOSER (self->chooser), 0, NULL);
}
