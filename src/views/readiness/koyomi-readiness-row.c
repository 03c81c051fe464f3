#include "koyomi-readiness-row.h"

#include "koyomi-rule-face.h"

struct _KoyomiReadinessRow
{
  GtkListBoxRow        parent_instance;

  KoyomiLanguage       language;
  KoyomiReadinessItem *item;       /* NULL until one is shown */
  GtkWidget           *icon;       /* not owned, as are those below */
  GtkWidget           *sentence;
  GtkWidget           *details;
};

G_DEFINE_FINAL_TYPE (KoyomiReadinessRow, koyomi_readiness_row, GTK_TYPE_LIST_BOX_ROW)

static void
koyomi_readiness_row_dispose (GObject *object)
{
  g_clear_object (&KOYOMI_READINESS_ROW (object)->item);

  G_OBJECT_CLASS (koyomi_readiness_row_parent_class)->dispose (object);
}

static void
koyomi_readiness_row_class_init (KoyomiReadinessRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_readiness_row_dispose;
}

static void
koyomi_readiness_row_init (KoyomiReadinessRow *self)
{
}

static GtkWidget *
add_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

GtkWidget *
koyomi_readiness_row_new (KoyomiLanguage language)
{
  KoyomiReadinessRow *self = g_object_new (KOYOMI_TYPE_READINESS_ROW, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->language = language;
  self->icon = gtk_image_new ();
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->icon, 3);
  self->sentence = add_label (box);
  self->details = add_label (box);
  gtk_widget_add_css_class (self->details, "caption");
  gtk_widget_add_css_class (self->details, "dim-label");
  gtk_widget_set_hexpand (box, TRUE);

  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), box);
  gtk_widget_set_margin_top (line, 6);
  gtk_widget_set_margin_bottom (line, 6);
  gtk_widget_set_margin_start (line, 12);
  gtk_widget_set_margin_end (line, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);

  return GTK_WIDGET (self);
}

void
koyomi_readiness_row_show (KoyomiReadinessRow  *self,
                           KoyomiReadinessItem *item)
{
  g_autofree char *waiver = item->is_waived ? koyomi_rule_face_describe_waiver (item->waiver, self->language) : NULL;
  g_autofree char *details = waiver != NULL ? g_strdup_printf ("%s  ·  %s", item->rule, waiver) : g_strdup (item->rule);
  g_autofree char *spoken = g_strjoin (", ", koyomi_rule_severity_get_label (item->severity, self->language), item->sentence, details, NULL);

  g_set_object (&self->item, item);
  koyomi_rule_face_show_severity (self->icon, item->severity, self->language);
  gtk_label_set_label (GTK_LABEL (self->sentence), item->sentence);
  gtk_label_set_label (GTK_LABEL (self->details), details);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* Returns: (transfer none) (nullable) */
KoyomiReadinessItem *
koyomi_readiness_row_get_item (KoyomiReadinessRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_READINESS_ROW (self), NULL);

  return self->item;
}
