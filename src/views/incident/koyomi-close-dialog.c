#include "koyomi-close-dialog.h"

#include "koyomi-form-dialog.h"
#include "koyomi-incident-edit.h"
#include "koyomi-incident-sheet.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

typedef struct
{
  GtkWidget        *origin;      /* not owned, NULL once it has gone: where the actions are that lead to what is missing */
  KoyomiWorkspace  *workspace;
  gint64            incident;
  GArray           *gaps;        /* (element-type KoyomiCloseGapItem) */
  GPtrArray        *reasons;     /* (element-type KoyomiTextField): of each gap, NULL where not all can be left out; not owned */
  KoyomiFormDialog *dialog;      /* not owned, like the first button that leads to what is missing, NULL where nothing is */
  GtkWidget        *fill;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_clear_weak_pointer (&form->origin);
  g_object_unref (form->workspace);
  g_array_unref (form->gaps);
  g_ptr_array_unref (form->reasons);
  g_free (form);
}

static gboolean
is_complete (Form *form)
{
  for (guint i = 0; i < form->reasons->len; i++)
    {
      KoyomiTextField *field = g_ptr_array_index (form->reasons, i);
      g_autofree char *reason = field != NULL ? koyomi_text_field_dup_text (field) : NULL;

      if (reason == NULL || koyomi_text_is_blank (reason))
        return FALSE;
    }

  return TRUE;
}

static void
changed_cb (Form *form)
{
  koyomi_form_dialog_set_can_accept (form->dialog, is_complete (form));
}

static gboolean
close_incident (Form    *form,
                GError **error)
{
  char *reasons[KOYOMI_N_CLOSE_GAPS] = { NULL };
  gint64 now = koyomi_incident_sheet_read_clock ();
  gboolean is_closed;

  for (guint i = 0; i < form->gaps->len; i++)
    reasons[g_array_index (form->gaps, KoyomiCloseGapItem, i).gap] = koyomi_text_field_dup_text (g_ptr_array_index (form->reasons, i));
  is_closed = koyomi_incident_close (koyomi_workspace_get_session (form->workspace), form->incident, (const char *const *) reasons, now,
                                     now, koyomi_workspace_get_language (form->workspace), error);
  for (guint i = 0; i < KOYOMI_N_CLOSE_GAPS; i++)
    g_free (reasons[i]);

  return is_closed;
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autoptr(GError) error = NULL;

  if (!is_complete (form))
    return FALSE;

  if (close_incident (form, &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_workspace_tr (form->workspace, "The incident was not closed"), error);

  return FALSE;
}

static GtkWidget *
make_text (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

/* Reasons help only where all that is missing may be left out. */
static gboolean
can_waive_all (Form *form)
{
  for (guint i = 0; i < form->gaps->len; i++)
    if (!koyomi_close_gap_can_be_waived (g_array_index (form->gaps, KoyomiCloseGapItem, i).gap))
      return FALSE;

  return TRUE;
}

/* Where it is filled in. */
static const char *
find_action (KoyomiCloseGap gap)
{
  switch (gap)
    {
    case KOYOMI_CLOSE_GAP_CAUSE:
    case KOYOMI_CLOSE_GAP_REVIEW:
    case KOYOMI_CLOSE_GAP_DRILL:
      return "incident.facts";
    case KOYOMI_CLOSE_GAP_TIMES:
      return "incident.times";
    default:
      return "incident.open";
    }
}

/* The dialog makes way for what is missing. */
static void
fill_cb (GtkWidget *button,
         Form      *form)
{
  GtkWidget *origin = form->origin;
  const char *action = g_object_get_data (G_OBJECT (button), "action");

  gtk_window_destroy (GTK_WINDOW (form->dialog));
  if (origin != NULL)
    gtk_widget_activate_action (origin, action, NULL);
}

static void
add_line (Form           *form,
          const char     *text,
          KoyomiCloseGap  gap)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = make_text (text, NULL);
  GtkWidget *button = gtk_button_new_with_label (koyomi_workspace_tr (form->workspace, "Fill In…"));
  g_autofree char *name = g_strdup_printf ("%s %s", koyomi_workspace_tr (form->workspace, "Fill In…"), text);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "action", (gpointer) find_action (gap));
  g_signal_connect (button, "clicked", G_CALLBACK (fill_cb), form);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), button);
  if (form->fill == NULL)
    form->fill = button;
  koyomi_form_dialog_append (form->dialog, line);
}

static void
add_gap (Form                     *form,
         const KoyomiCloseGapItem *gap)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autofree char *text = koyomi_close_gap_describe (gap, language);
  g_autofree char *line = g_strdup_printf ("▲ %s", text);
  GtkWidget *field = NULL;

  add_line (form, line, gap->gap);
  if (can_waive_all (form))
    {
      field = koyomi_text_field_new (koyomi_tr (language, "Reason why it is left out"));
      g_signal_connect_swapped (koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (field)), "changed", G_CALLBACK (changed_cb), form);
      koyomi_form_dialog_append (form->dialog, field);
    }
  g_ptr_array_add (form->reasons, field);
}

static const char *
introduce (Form           *form,
           KoyomiLanguage  language)
{
  if (form->gaps->len == 0)
    return koyomi_tr (language, "Everything that closing asks for is there.");

  if (!can_waive_all (form))
    return koyomi_tr (language, "This is still missing. Fill it in first; the incident stays open until then.");

  return koyomi_tr (language, "This is still missing. Fill it in, or say why it is left out.");
}

static GtkWidget *
find_first_field (Form *form)
{
  for (guint i = 0; i < form->reasons->len; i++)
    if (g_ptr_array_index (form->reasons, i) != NULL)
      return koyomi_text_field_get_input (g_ptr_array_index (form->reasons, i));

  return form->fill;
}

/* @origin: has the actions of the incidents' view, and the incident selected */
void
koyomi_close_dialog_present (GtkWidget       *origin,
                             KoyomiWorkspace *workspace,
                             gint64           incident)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autoptr(GError) error = NULL;
  GArray *gaps = koyomi_incident_list_gaps (koyomi_workspace_get_session (workspace), incident, &error);
  Form *form;

  if (gaps == NULL)
    {
      koyomi_workspace_fail (workspace, koyomi_tr (language, "The incident could not be read"), error);
      return;
    }

  form = g_new0 (Form, 1);
  g_set_weak_pointer (&form->origin, origin);
  form->workspace = g_object_ref (workspace);
  form->incident = incident;
  form->gaps = gaps;
  form->reasons = g_ptr_array_new ();
  form->dialog = koyomi_form_dialog_new (GTK_WINDOW (gtk_widget_get_root (origin)), language, koyomi_tr (language, "Close Incident"), koyomi_tr (language, "C_lose Incident"));
  koyomi_form_dialog_append (form->dialog, make_text (introduce (form, language), "dim-label"));
  for (guint i = 0; i < gaps->len; i++)
    add_gap (form, &g_array_index (gaps, KoyomiCloseGapItem, i));
  if (find_first_field (form) != NULL)
    koyomi_form_dialog_set_first_focus (form->dialog, find_first_field (form));
  koyomi_form_dialog_set_can_accept (form->dialog, is_complete (form));
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
