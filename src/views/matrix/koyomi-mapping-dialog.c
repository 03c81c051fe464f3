#include "koyomi-mapping-dialog.h"

#include "koyomi-form-dialog.h"
#include "koyomi-mapping-edit.h"

typedef struct
{
  KoyomiMatrixSheet *sheet;
  KoyomiFormDialog  *dialog;      /* not owned: it owns this */
  GtkWidget         *sources;
  GtkWidget         *summary;
  GtkWidget         *unmapped;    /* expanders, with a label in each */
  GtkWidget         *unfilled;
  GArray            *listed;      /* (element-type gint64): the catalogues of the drop-down */
} Mapping;

static void
free_mapping (gpointer  data,
              GClosure *closure)
{
  Mapping *self = data;

  g_array_unref (self->listed);
  g_object_unref (self->sheet);
  g_free (self);
}

static KoyomiSession *
get_session (Mapping *self)
{
  return koyomi_workspace_get_session (koyomi_matrix_sheet_get_workspace (self->sheet));
}

static KoyomiLanguage
get_language (Mapping *self)
{
  return koyomi_matrix_sheet_get_language (self->sheet);
}

static gint64
get_source (Mapping *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sources));

  return index < self->listed->len ? g_array_index (self->listed, gint64, index) : 0;
}

/* @line: (transfer full) */
static void
add_line (GString *text,
          guint    n,
          char    *line)
{
  if (n > 0)
    g_string_append_printf (text, "%s• %s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

static char *
summarise (Mapping                    *self,
           const KoyomiMappingPreview *preview)
{
  KoyomiLanguage language = get_language (self);
  GString *text = g_string_new (NULL);

  add_line (text, preview->n_functions, g_strdup_printf (koyomi_ntr (language, "%u function gets assignments", "%u functions get assignments",
                                                                     preview->n_functions), preview->n_functions));
  add_line (text, preview->n_assignments, g_strdup_printf (koyomi_ntr (language, "%u assignment is made", "%u assignments are made",
                                                                       preview->n_assignments), preview->n_assignments));
  add_line (text, preview->n_kept, g_strdup_printf (koyomi_ntr (language, "%u function has assignments of its own and keeps them",
                                                                "%u functions have assignments of their own and keep them",
                                                                preview->n_kept), preview->n_kept));
  add_line (text, preview->n_second, g_strdup_printf (koyomi_ntr (language, "%u A becomes an R, because another team answers already",
                                                                  "%u A become R, because another team answers already",
                                                                  preview->n_second), preview->n_second));
  if (text->len == 0)
    g_string_append (text, koyomi_tr (language, "There is nothing to take over."));

  return g_string_free (text, FALSE);
}

static void
show_list (GtkWidget  *expander,
           const char *title,
           GPtrArray  *functions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < functions->len; i++)
    g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", koyomi_record_get_text (g_ptr_array_index (functions, i), KOYOMI_FUNCTION_CODE),
                            koyomi_record_get_title (g_ptr_array_index (functions, i)));
  gtk_expander_set_label (GTK_EXPANDER (expander), title);
  gtk_label_set_label (GTK_LABEL (gtk_expander_get_child (GTK_EXPANDER (expander))), text->str);
  gtk_widget_set_visible (expander, functions->len > 0);
  g_string_free (text, TRUE);
}

static void
update (Mapping *self)
{
  KoyomiLanguage language = get_language (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiMappingPreview) preview = NULL;
  g_autofree char *text = NULL;
  g_autofree char *unmapped = NULL;
  g_autofree char *unfilled = NULL;

  preview = koyomi_session_preview_mapping (get_session (self), get_source (self), koyomi_matrix_sheet_get_catalogue (self->sheet),
                                            koyomi_matrix_sheet_get_day (self->sheet), language, &error);
  koyomi_form_dialog_set_can_accept (self->dialog, preview != NULL && preview->n_assignments > 0 &&
                                     koyomi_matrix_sheet_can_edit (self->sheet));
  if (preview == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->summary), error->message);
      return;
    }

  text = summarise (self, preview);
  unmapped = g_strdup_printf (koyomi_ntr (language, "%u assigned function leads nowhere here", "%u assigned functions lead nowhere here",
                                          preview->unmapped->len), preview->unmapped->len);
  unfilled = g_strdup_printf (koyomi_ntr (language, "%u function would still have nobody", "%u functions would still have nobody",
                                          preview->unfilled->len), preview->unfilled->len);
  gtk_label_set_label (GTK_LABEL (self->summary), text);
  show_list (self->unmapped, unmapped, preview->unmapped);
  show_list (self->unfilled, unfilled, preview->unfilled);
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             Mapping          *self)
{
  KoyomiWorkspace *workspace = koyomi_matrix_sheet_get_workspace (self->sheet);
  g_autoptr(GError) error = NULL;

  if (koyomi_session_apply_mapping (get_session (self), get_source (self), koyomi_matrix_sheet_get_catalogue (self->sheet),
                                    koyomi_matrix_sheet_get_day (self->sheet), get_language (self), &error))
    return TRUE;

  koyomi_workspace_fail (workspace, koyomi_workspace_tr (workspace, "The assignments were not taken over"), error);

  return FALSE;
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);

  return label;
}

static GtkWidget *
make_expander (void)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *label = make_label ();

  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_start (label, 18);
  gtk_expander_set_child (GTK_EXPANDER (expander), label);

  return expander;
}

static GtkWidget *
make_sources (Mapping *self)
{
  GPtrArray *catalogues = koyomi_matrix_get_catalogues (koyomi_matrix_sheet_get_facts (self->sheet)->matrix);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < catalogues->len; i++)
    {
      gint64 id = koyomi_record_get_id (g_ptr_array_index (catalogues, i));

      if (id == koyomi_matrix_sheet_get_catalogue (self->sheet))
        continue;

      g_array_append_val (self->listed, id);
      gtk_string_list_append (names, koyomi_record_get_title (g_ptr_array_index (catalogues, i)));
    }

  return gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
}

/* The catalogue that has the most to give is proposed. */
static guint
find_best (Mapping *self)
{
  guint best = 0;
  guint most = 0;

  for (guint i = 0; i < self->listed->len; i++)
    {
      g_autoptr(KoyomiMappingPreview) preview =
        koyomi_session_preview_mapping (get_session (self), g_array_index (self->listed, gint64, i),
                                        koyomi_matrix_sheet_get_catalogue (self->sheet), koyomi_matrix_sheet_get_day (self->sheet),
                                        get_language (self), NULL);
      guint n = preview != NULL ? preview->n_assignments + preview->unmapped->len : 0;

      if (n > most)
        {
          most = n;
          best = i;
        }
    }

  return best;
}

static void
fill_dialog (Mapping *self)
{
  KoyomiLanguage language = get_language (self);
  GtkWidget *caption = gtk_label_new_with_mnemonic (koyomi_tr (language, "_From"));

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (caption), self->sources);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sources), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_tr (language, "From"), -1);
  self->summary = make_label ();
  self->unmapped = make_expander ();
  self->unfilled = make_expander ();
  koyomi_form_dialog_append (self->dialog, caption);
  koyomi_form_dialog_append (self->dialog, self->sources);
  koyomi_form_dialog_append (self->dialog, self->summary);
  koyomi_form_dialog_append (self->dialog, self->unmapped);
  koyomi_form_dialog_append (self->dialog, self->unfilled);
  koyomi_form_dialog_set_first_focus (self->dialog, self->sources);
}

void
koyomi_mapping_dialog_present (GtkWindow         *parent,
                               KoyomiMatrixSheet *sheet)
{
  Mapping *self = g_new0 (Mapping, 1);
  KoyomiLanguage language = koyomi_matrix_sheet_get_language (sheet);

  self->sheet = g_object_ref (sheet);
  self->listed = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, "Take Assignments Over"), koyomi_tr (language, "_Take Over"));
  self->sources = make_sources (self);
  fill_dialog (self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->sources), find_best (self));
  g_signal_connect_data (self->dialog, "accepted", G_CALLBACK (accepted_cb), self, free_mapping, 0);
  g_signal_connect_swapped (self->sources, "notify::selected", G_CALLBACK (update), self);
  update (self);
  koyomi_form_dialog_make_tall (self->dialog);
  koyomi_form_dialog_present (self->dialog);
}

/* Returns: how many functions of other catalogues have assignments but no counterpart in the one that is shown, where that shows mostly
 *   what others say; else 0 */
guint
koyomi_mapping_count_unmapped (KoyomiMatrixSheet *sheet)
{
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (sheet);
  GPtrArray *catalogues = facts != NULL ? koyomi_matrix_get_catalogues (facts->matrix) : NULL;
  guint n = 0;

  if (facts == NULL || !koyomi_matrix_facts_is_mapped (facts))
    return 0;

  for (guint i = 0; i < catalogues->len; i++)
    {
      gint64 id = koyomi_record_get_id (g_ptr_array_index (catalogues, i));
      g_autoptr(GPtrArray) unmapped = id != koyomi_matrix_sheet_get_catalogue (sheet) ? koyomi_matrix_list_unmapped (facts->matrix, id) : NULL;

      for (guint j = 0; unmapped != NULL && j < unmapped->len; j++)
        n += koyomi_matrix_is_assigned (facts->matrix, koyomi_record_get_id (g_ptr_array_index (unmapped, j)));
    }

  return n;
}
