#include "koyomi-finding-window.h"

#include "koyomi-day.h"
#include "koyomi-evidence-section.h"
#include "koyomi-finding-columns.h"
#include "koyomi-finding-edit.h"
#include "koyomi-finding-steps.h"
#include "koyomi-findings.h"
#include "koyomi-numbered-chooser.h"
#include "koyomi-part-list.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-record-edit.h"
#include "koyomi-record-form.h"

#define N_CHOOSERS 4

struct _KoyomiFindingWindow
{
  KoyomiPlanWindow        parent_instance;

  AdwWindowTitle         *title;
  GtkLabel               *state_label;
  GtkButton              *next_button;
  GtkButton              *close_button;    /* of an observation, whose effect nobody has to check */
  GtkButton              *back_button;
  GtkLabel               *needs_label;
  GtkWidget              *found;           /* boxes for what the code adds */
  GtkWidget              *links;
  GtkWidget              *actions;
  GtkLabel               *due_label;
  GtkWidget              *due_button;
  GtkWidget              *due_box;
  GtkLabel               *effect_label;
  GtkWidget              *proofs;
  GtkWidget              *remove_button;

  KoyomiRecordForm       *found_form;
  KoyomiRecordForm       *action_form;
  KoyomiChooser          *choosers[N_CHOOSERS];
  KoyomiPartList         *due_list;
  KoyomiPartList         *chain_list;
  KoyomiEvidenceSection  *evidence;

  KoyomiRecord           *finding;         /* as it is shown */
  gint64                  id;
  gboolean                is_reopened;
  gboolean                is_refreshing;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiFindingWindow, title),
  KOYOMI_UI_CHILD (KoyomiFindingWindow, state_label),
  KOYOMI_UI_CHILD (KoyomiFindingWindow, next_button),
  KOYOMI_UI_CHILD (KoyomiFindingWindow, close_button),
  KOYOMI_UI_CHILD (KoyomiFindingWindow, back_button),
  KOYOMI_UI_CHILD (KoyomiFindingWindow, needs_label),
  KOYOMI_UI_CHILD (KoyomiFindingWindow, found),
  KOYOMI_UI_CHILD (KoyomiFindingWindow, links),
  KOYOMI_UI_CHILD (KoyomiFindingWindow, actions),
  KOYOMI_UI_CHILD (KoyomiFindingWindow, due_label),
  KOYOMI_UI_CHILD (KoyomiFindingWindow, due_button),
  KOYOMI_UI_CHILD (KoyomiFindingWindow, due_box),
  KOYOMI_UI_CHILD (KoyomiFindingWindow, effect_label),
  KOYOMI_UI_CHILD (KoyomiFindingWindow, proofs),
  KOYOMI_UI_CHILD (KoyomiFindingWindow, remove_button),
  KOYOMI_UI_END
};

static const KoyomiRecordInput found_inputs[] = {
  { KOYOMI_FINDING_TITLE, N_("_Finding"), KOYOMI_RECORD_INPUT_REQUIRED, 0, 0 },
  { KOYOMI_FINDING_DETAIL, N_("Detail"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_FINDING_GRADE, N_("_Grade"), 0, 0, 0 },
  { KOYOMI_FINDING_SOURCE, N_("_Source of the finding"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_FINDING_FOUND_DAY, N_("Fo_und on"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
};

static const KoyomiRecordInput action_inputs[] = {
  { KOYOMI_FINDING_NATURE, N_("_Nature and extent"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_FINDING_CORRECTION, N_("Co_rrection: what was put right at once"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_FINDING_CAUSE, N_("_Cause"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_FINDING_SIMILAR, N_("Si_milar cases"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_FINDING_ACTION, N_("Correcti_ve action: what removes the cause"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_FINDING_OWNER, N_("_Owner"), 0, 0, 0 },
  { KOYOMI_FINDING_PROGRESS, N_("_Progress in per cent"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_FINDING_EFFECT_DUE_DAY, N_("Effect to be chec_ked by"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
};

/* What a finding is about: number is the field that such rows are found by, or 0 for a function. */
static const struct
{
  int         field;
  int         number;
  const char *caption;
  const char *none;
} links[N_CHOOSERS] = {
  { KOYOMI_FINDING_CONTROL, KOYOMI_CONTROL_CODE, N_("Clause or con_trol"), N_("None in particular") },
  { KOYOMI_FINDING_FUNCTION, 0, N_("Function"), N_("None in particular") },
  { KOYOMI_FINDING_AUDIT, KOYOMI_AUDIT_NUMBER, N_("Audit"), N_("Of no audit") },
  { KOYOMI_FINDING_INCIDENT, KOYOMI_INCIDENT_NUMBER, N_("Incident"), N_("Of no incident") },
};

G_DEFINE_FINAL_TYPE (KoyomiFindingWindow, koyomi_finding_window, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiWorkspace *
get_workspace (KoyomiFindingWindow *self)
{
  return koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiSession *
get_session (KoyomiFindingWindow *self)
{
  return koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiLanguage
get_language (KoyomiFindingWindow *self)
{
  return koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
}

static const char *tr (KoyomiFindingWindow *self,
                       const char          *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiFindingWindow *self,
    const char          *text)
{
  return koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), text);
}

static KoyomiFindingStatus
get_status (KoyomiFindingWindow *self)
{
  return koyomi_record_get_int (self->finding, KOYOMI_FINDING_STATUS);
}

static gboolean
is_ineffective (KoyomiFindingWindow *self)
{
  return koyomi_record_get_int (self->finding, KOYOMI_FINDING_EFFECTIVE) == KOYOMI_VERDICT_NO;
}

static const char *
name_next (KoyomiFindingWindow *self)
{
  switch (get_status (self))
    {
    case KOYOMI_FINDING_STATUS_OPEN:
      return tr (self, N_("Beg_in"));
    case KOYOMI_FINDING_STATUS_DOING:
      return tr (self, N_("Action _Done…"));
    case KOYOMI_FINDING_STATUS_DONE:
      return tr (self, N_("Verif_y Effect…"));
    case KOYOMI_FINDING_STATUS_VERIFIED:
      return is_ineffective (self) ? tr (self, N_("Open _Again…")) : tr (self, N_("C_lose"));
    case KOYOMI_FINDING_STATUS_CLOSED:
    default:
      return tr (self, N_("Open _Again…"));
    }
}

/* What the next step asks for itself is no hindrance. */
static gboolean
is_asked (KoyomiFindingNeed need)
{
  return need == KOYOMI_FINDING_NEED_DONE_DAY || need == KOYOMI_FINDING_NEED_VERIFIER || need == KOYOMI_FINDING_NEED_OTHER_VERIFIER ||
         need == KOYOMI_FINDING_NEED_VERIFIED_DAY || need == KOYOMI_FINDING_NEED_VERDICT || need == KOYOMI_FINDING_NEED_EFFECT;
}

/* Returns: (transfer full): what is missing for the next step; "" when nothing is */
static char *
describe_needs (KoyomiFindingWindow *self)
{
  KoyomiFindingStatus next = MIN (get_status (self) + 1, KOYOMI_FINDING_STATUS_CLOSED);
  g_autoptr(GArray) needs = koyomi_finding_list_needs (self->finding, next);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < needs->len && get_status (self) < KOYOMI_FINDING_STATUS_VERIFIED; i++)
    {
      KoyomiFindingNeed need = g_array_index (needs, KoyomiFindingNeed, i);

      if (!is_asked (need))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", koyomi_finding_need_get_sentence (need, get_language (self)));
    }

  return g_string_free (text, FALSE);
}

static void
show_state (KoyomiFindingWindow *self)
{
  g_autofree char *state = koyomi_finding_format_state (self->finding, koyomi_day_today (), get_language (self));
  const char *classes[] = {
    "koyomi-chip", koyomi_finding_columns_get_style (koyomi_finding_get_state (self->finding, koyomi_day_today ())), NULL
  };
  g_autofree char *needs = describe_needs (self);
  gboolean can_edit = koyomi_workspace_can_edit (get_workspace (self));
  KoyomiFindingStatus status = get_status (self);

  gtk_label_set_label (self->state_label, state);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_label), classes);
  gtk_button_set_label (self->next_button, name_next (self));
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), !(koyomi_finding_is_over (self->finding) && self->is_reopened));
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), can_edit && *needs == '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->close_button), status == KOYOMI_FINDING_STATUS_DONE && !koyomi_finding_needs_cause (self->finding));
  gtk_widget_set_sensitive (GTK_WIDGET (self->close_button), can_edit);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), status > KOYOMI_FINDING_STATUS_OPEN && !self->is_reopened);
  gtk_widget_set_sensitive (GTK_WIDGET (self->back_button), can_edit);
  gtk_label_set_label (self->needs_label, needs);
  gtk_widget_set_visible (GTK_WIDGET (self->needs_label), *needs != '\0');
}

static void
show_due (KoyomiFindingWindow *self,
          GPtrArray           *changes)
{
  KoyomiLanguage language = get_language (self);
  g_autofree char *day = koyomi_record_format (self->finding, KOYOMI_FINDING_DUE_DAY, language);
  gboolean is_set = !koyomi_record_is_none (self->finding, KOYOMI_FINDING_DUE_DAY);

  gtk_label_set_label (self->due_label, is_set ? day : tr (self, N_("No day is set")));
  gtk_button_set_label (GTK_BUTTON (self->due_button), is_set ? tr (self, N_("C_hange…")) : tr (self, N_("S_et…")));
  koyomi_part_list_clear (self->due_list);
  for (guint i = 0; i < changes->len; i++)
    {
      KoyomiRecord *change = g_ptr_array_index (changes, i);
      g_autofree char *before = koyomi_record_format (change, KOYOMI_FINDING_DUE_OLD_DAY, language);
      g_autofree char *after = koyomi_record_format (change, KOYOMI_FINDING_DUE_NEW_DAY, language);
      g_autofree char *title = g_strdup_printf ("%s → %s", before, *after != '\0' ? after : "—");
      g_autofree char *at = koyomi_time_format (koyomi_record_get_int (change, KOYOMI_FINDING_DUE_AT));
      g_autofree char *detail = g_strjoin ("  ·  ", koyomi_record_get_text (change, KOYOMI_FINDING_DUE_REASON),
                                           koyomi_record_get_text (change, KOYOMI_FINDING_DUE_DECIDED_BY), at, NULL);
      GtkWidget *row = koyomi_part_row_new (koyomi_record_get_id (change), title);

      koyomi_part_row_set_below (KOYOMI_PART_ROW (row), detail, NULL);
      koyomi_part_list_take (self->due_list, row);
    }
  koyomi_part_list_show (self->due_list);
  gtk_widget_set_visible (GTK_WIDGET (self->due_list), changes->len > 0);
}

static void
append_fact (KoyomiFindingWindow *self,
             GString             *text,
             int                  field)
{
  g_autofree char *value = koyomi_record_format (self->finding, field, get_language (self));

  if (!koyomi_record_is_none (self->finding, field) && *value != '\0')
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "",
                            koyomi_tr (get_language (self), koyomi_record_get_table (self->finding)->fields[KOYOMI_FIELD_INDEX (field)].label), value);
}

static void
show_effect (KoyomiFindingWindow *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_fact (self, text, KOYOMI_FINDING_DONE_DAY);
  append_fact (self, text, KOYOMI_FINDING_VERIFIER);
  append_fact (self, text, KOYOMI_FINDING_VERIFIED_DAY);
  if (koyomi_record_get_int (self->finding, KOYOMI_FINDING_EFFECTIVE) != KOYOMI_VERDICT_NONE)
    append_fact (self, text, KOYOMI_FINDING_EFFECTIVE);
  append_fact (self, text, KOYOMI_FINDING_EFFECT_NOTE);
  gtk_label_set_label (self->effect_label, text->len > 0 ? text->str : tr (self, N_("The effect is checked once the action is done.")));
}

/* Which finding it was before, and which it is now. */
static void
show_chain (KoyomiFindingWindow *self,
            GPtrArray           *chain)
{
  self->is_reopened = FALSE;
  koyomi_part_list_clear (self->chain_list);
  for (guint i = 0; i < chain->len; i++)
    {
      KoyomiRecord *finding = g_ptr_array_index (chain, i);
      g_autofree char *title = g_strdup_printf ("%s %s", koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER), koyomi_record_get_title (finding));
      g_autofree char *state = koyomi_finding_format_state (finding, koyomi_day_today (), get_language (self));
      GtkWidget *row = koyomi_part_row_new (koyomi_record_get_id (finding), title);

      koyomi_part_row_set_below (KOYOMI_PART_ROW (row), state, NULL);
      if (koyomi_record_get_id (finding) == self->id)
        koyomi_part_row_set_dim (KOYOMI_PART_ROW (row));
      koyomi_part_list_take (self->chain_list, row);
      self->is_reopened |= koyomi_record_get_int (finding, KOYOMI_FINDING_REOPENED_FROM) == self->id;
    }
  koyomi_part_list_show (self->chain_list);
  gtk_widget_set_visible (GTK_WIDGET (self->chain_list), chain->len > 1);
}

static void
show_links (KoyomiFindingWindow *self)
{
  for (guint i = 0; i < N_CHOOSERS; i++)
    {
      gint64 id = koyomi_record_get_int (self->finding, links[i].field);

      if (links[i].number != 0)
        koyomi_numbered_chooser_show (self->choosers[i], get_workspace (self), links[i].number, id);
      else if (id != 0)
        koyomi_function_chooser_show_function (self->choosers[i], get_workspace (self), id);
      else
        koyomi_chooser_show_choice (self->choosers[i], 0, NULL);
    }
}

static void
show_finding (KoyomiFindingWindow *self)
{
  self->is_refreshing = TRUE;
  gtk_window_set_title (GTK_WINDOW (self), koyomi_record_get_title (self->finding));
  adw_window_title_set_title (self->title, koyomi_record_get_title (self->finding));
  adw_window_title_set_subtitle (self->title, koyomi_record_get_text (self->finding, KOYOMI_FINDING_NUMBER));
  koyomi_record_form_show (self->found_form, self->finding);
  koyomi_record_form_show (self->action_form, self->finding);
  koyomi_evidence_section_show (self->evidence, self->id);
  show_links (self);
  show_effect (self);
  show_state (self);
  self->is_refreshing = FALSE;
}

static gboolean
koyomi_finding_window_refresh (KoyomiPlanWindow  *window,
                               GError           **error)
{
  KoyomiFindingWindow *self = KOYOMI_FINDING_WINDOW (window);
  KoyomiLanguage language = get_language (self);
  g_autoptr(KoyomiRecord) finding = koyomi_session_get (get_session (self), KOYOMI_TABLE_FINDING, self->id, language, error);
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GPtrArray) chain = NULL;

  if (finding == NULL ||
      (changes = koyomi_session_list (get_session (self), KOYOMI_TABLE_FINDING_DUE, KOYOMI_FINDING_DUE_FINDING, self->id, language, error)) == NULL ||
      (chain = koyomi_session_list_finding_chain (get_session (self), self->id, language, error)) == NULL)
    return FALSE;

  g_set_object (&self->finding, finding);
  show_due (self, changes);
  show_chain (self, chain);
  show_finding (self);

  return TRUE;
}

static void
move (KoyomiFindingWindow *self,
      KoyomiFindingStatus  status)
{
  g_autoptr(GError) error = NULL;

  if (!koyomi_finding_move (get_session (self), self->id, status, koyomi_day_today (), get_language (self), &error))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), tr (self, N_("The finding was not changed")), error);
}

static void
next_cb (KoyomiFindingWindow *self)
{
  koyomi_workspace_flush (get_workspace (self));
  if (get_status (self) == KOYOMI_FINDING_STATUS_OPEN)
    move (self, KOYOMI_FINDING_STATUS_DOING);
  else if (get_status (self) == KOYOMI_FINDING_STATUS_DOING)
    koyomi_finding_steps_ask_done (GTK_WINDOW (self), get_workspace (self), self->finding);
  else if (get_status (self) == KOYOMI_FINDING_STATUS_DONE)
    koyomi_finding_steps_ask_effect (GTK_WINDOW (self), get_workspace (self), self->finding);
  else if (get_status (self) == KOYOMI_FINDING_STATUS_VERIFIED && !is_ineffective (self))
    move (self, KOYOMI_FINDING_STATUS_CLOSED);
  else
    koyomi_finding_steps_ask_reopen (GTK_WINDOW (self), get_workspace (self), self->finding);
}

static void
close_cb (KoyomiFindingWindow *self)
{
  koyomi_workspace_flush (get_workspace (self));
  move (self, KOYOMI_FINDING_STATUS_CLOSED);
}

/* What was closed without a check was done before that. */
static void
back_cb (KoyomiFindingWindow *self)
{
  koyomi_workspace_flush (get_workspace (self));
  if (get_status (self) == KOYOMI_FINDING_STATUS_CLOSED && koyomi_record_is_none (self->finding, KOYOMI_FINDING_VERIFIED_DAY))
    move (self, KOYOMI_FINDING_STATUS_DONE);
  else
    move (self, get_status (self) - 1);
}

static void
due_cb (KoyomiFindingWindow *self)
{
  koyomi_workspace_flush (get_workspace (self));
  koyomi_finding_steps_ask_due (GTK_WINDOW (self), get_workspace (self), self->finding);
}

/* Undo brings it back. */
static void
remove_cb (KoyomiFindingWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_remove (get_session (self), KOYOMI_TABLE_FINDING, self->id, get_language (self), &error))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), tr (self, N_("The finding was not deleted")), error);
}

static void
chosen_cb (KoyomiFindingWindow *self,
           KoyomiChoice        *choice,
           KoyomiChooser       *chooser)
{
  g_autoptr(KoyomiRecord) finding = NULL;

  for (guint i = 0; i < N_CHOOSERS && !self->is_refreshing; i++)
    if (self->choosers[i] == chooser)
      {
        finding = koyomi_session_get (get_session (self), KOYOMI_TABLE_FINDING, self->id, get_language (self), NULL);
        if (finding == NULL)
          return;

        koyomi_record_set_int (finding, links[i].field, koyomi_choice_get_id (choice));
        koyomi_workspace_save (get_workspace (self), finding);
      }
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiFindingWindow *self = KOYOMI_FINDING_WINDOW (widget);
  gint64 id = g_variant_get_int64 (parameter);

  if (id != self->id)
    koyomi_finding_window_present (GTK_WINDOW (self), get_workspace (self), id);
}

static void
koyomi_finding_window_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_object (&KOYOMI_FINDING_WINDOW (object)->finding);

  G_OBJECT_CLASS (koyomi_finding_window_parent_class)->dispose (object);
}

static void
koyomi_finding_window_class_init (KoyomiFindingWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_finding_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_finding_window_refresh;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "finding.open", "x", open_action);
}

static void
koyomi_finding_window_init (KoyomiFindingWindow *self)
{
}

static void
add_choosers (KoyomiFindingWindow *self)
{
  for (guint i = 0; i < N_CHOOSERS; i++)
    {
      const char *caption = tr (self, links[i].caption);
      GtkWidget *chooser = links[i].number != 0
                           ? koyomi_numbered_chooser_new (get_workspace (self), caption, links[i].number, tr (self, links[i].none))
                           : koyomi_function_chooser_new (get_workspace (self), caption);

      self->choosers[i] = KOYOMI_CHOOSER (chooser);
      if (links[i].number == 0)
        koyomi_chooser_set_none (self->choosers[i], tr (self, links[i].none));
      gtk_widget_set_sensitive (chooser, koyomi_workspace_can_edit (get_workspace (self)));
      gtk_widget_set_hexpand (chooser, TRUE);
      gtk_grid_attach (GTK_GRID (self->links), chooser, i % 2, i / 2, 1, 1);
      g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
fill (KoyomiFindingWindow *self)
{
  KoyomiWorkspace *workspace = get_workspace (self);

  self->found_form = KOYOMI_RECORD_FORM (koyomi_record_form_new (workspace, found_inputs, G_N_ELEMENTS (found_inputs)));
  gtk_box_append (GTK_BOX (self->found), GTK_WIDGET (self->found_form));
  add_choosers (self);
  self->action_form = KOYOMI_RECORD_FORM (koyomi_record_form_new (workspace, action_inputs, G_N_ELEMENTS (action_inputs)));
  gtk_box_append (GTK_BOX (self->actions), GTK_WIDGET (self->action_form));
  self->due_list = KOYOMI_PART_LIST (koyomi_part_list_new (workspace, tr (self, N_("How the due day was changed")), ""));
  gtk_box_append (GTK_BOX (self->due_box), GTK_WIDGET (self->due_list));
  self->evidence = KOYOMI_EVIDENCE_SECTION (koyomi_evidence_section_new (workspace, KOYOMI_PROOF_FINDING,
                                                                         tr (self, N_("Nothing proves the action yet."))));
  gtk_box_append (GTK_BOX (self->proofs), GTK_WIDGET (self->evidence));
  self->chain_list = KOYOMI_PART_LIST (koyomi_part_list_new (workspace, tr (self, N_("Opened again")), ""));
  koyomi_part_list_set_key (self->chain_list, KOYOMI_PART_KEY_ACTIVATE, "finding.open");
  gtk_box_append (GTK_BOX (self->proofs), GTK_WIDGET (self->chain_list));
}

static void
connect (KoyomiFindingWindow *self)
{
  gboolean can_edit = koyomi_workspace_can_edit (get_workspace (self));

  gtk_widget_set_visible (self->remove_button, can_edit);
  gtk_widget_set_sensitive (self->due_button, can_edit);
  g_signal_connect_object (self->next_button, "clicked", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->close_button, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->back_button, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->due_button, "clicked", G_CALLBACK (due_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
}

void
koyomi_finding_window_present (GtkWindow       *parent,
                               KoyomiWorkspace *workspace,
                               gint64           finding)
{
  g_autoptr(KoyomiFindingWindow) self = g_object_ref (g_object_new (KOYOMI_TYPE_FINDING_WINDOW, NULL));

  self->id = finding;
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-finding-window", children);
  fill (self);
  connect (self);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), koyomi_record_form_get_first (self->found_form));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
