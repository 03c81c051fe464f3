#include "koyomi-cell-popover.h"

#include "koyomi-matrix-commands.h"

/* The popover's data: what its boxes stand for. */
typedef struct
{
  KoyomiMatrixSheet *sheet;
  GtkWidget         *title;
  GPtrArray         *checks;        /* (element-type GtkCheckButton): by letter */
  gboolean           is_updating;
} CellPopover;

static void
free_popover (gpointer data)
{
  CellPopover *self = data;

  g_object_unref (self->sheet);
  g_ptr_array_unref (self->checks);
  g_free (self);
}

static KoyomiAlphabet *
get_alphabet (CellPopover *self)
{
  return koyomi_matrix_get_alphabet (koyomi_matrix_sheet_get_facts (self->sheet)->matrix);
}

static void
toggled_cb (GtkCheckButton *check,
            CellPopover    *self)
{
  guint index;

  if (!self->is_updating && g_ptr_array_find (self->checks, check, &index))
    koyomi_matrix_commands_type (self->sheet, g_utf8_get_char (koyomi_alphabet_get_letter (get_alphabet (self), index)));
}

static void
add_letter (CellPopover *self,
            GtkWidget   *box,
            guint        index)
{
  KoyomiLanguage language = koyomi_matrix_sheet_get_language (self->sheet);
  KoyomiAlphabet *alphabet = get_alphabet (self);
  const char *meaning = koyomi_alphabet_get_meaning (alphabet, index, language);
  g_autofree char *label = g_strdup_printf ("%s  %s", koyomi_alphabet_get_letter (alphabet, index),
                                            koyomi_alphabet_get_name (alphabet, index, language));
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_widget_set_tooltip_text (check, *meaning != '\0' ? meaning : NULL);
  gtk_widget_set_sensitive (check, koyomi_matrix_sheet_can_edit (self->sheet));
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  g_ptr_array_add (self->checks, check);
  gtk_box_append (GTK_BOX (box), check);
}

static void
update (CellPopover *self)
{
  KoyomiMatrixPlace focus = koyomi_matrix_sheet_get_focus (self->sheet);
  KoyomiLetters letters = koyomi_matrix_sheet_get_letters (self->sheet, focus);
  g_autofree char *title = NULL;
  guint row, column;

  if (!koyomi_matrix_sheet_find_cell (self->sheet, focus, &row, &column))
    return;

  title = g_strdup_printf ("%s · %s", koyomi_record_get_title (koyomi_matrix_sheet_get_line_record (self->sheet, focus.line)),
                           koyomi_record_get_title (koyomi_matrix_sheet_get_column_record (self->sheet, focus.column)));
  gtk_label_set_label (GTK_LABEL (self->title), title);
  self->is_updating = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i), (letters & G_GUINT64_CONSTANT (1) << i) != 0);
  self->is_updating = FALSE;
}

static void
lines_changed_cb (GtkWidget *popover)
{
  update (g_object_get_data (G_OBJECT (popover), "koyomi-cell-popover"));
}

GtkWidget *
koyomi_cell_popover_new (KoyomiMatrixSheet *sheet)
{
  CellPopover *self = g_new0 (CellPopover, 1);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->sheet = g_object_ref (sheet);
  self->checks = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (popover), "koyomi-cell-popover", self, free_popover);

  self->title = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->title), 32);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (box), self->title);
  for (guint i = 0; i < koyomi_alphabet_get_n_letters (get_alphabet (self)); i++)
    add_letter (self, box, i);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);

  g_signal_connect_object (sheet, "lines", G_CALLBACK (lines_changed_cb), popover, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_tr (koyomi_matrix_sheet_get_language (sheet), "Letters of the cell"), -1);
  update (self);

  return popover;
}
