#include "koyomi-register-kind.h"

#include "koyomi-risk.h"

/* Where a judgement begins. */
#define MIDDLE_STEP 3

static const KoyomiRegisterColumn risk_columns[] = {
  { KOYOMI_RISK_NUMBER, NULL, 64 }, { KOYOMI_RISK_TITLE, N_("Risk"), 0 }, { KOYOMI_RISK_OWNER, NULL, 104 },
  { KOYOMI_RISK_LIKELIHOOD, N_("Now"), 108 }, { KOYOMI_RISK_TARGET_LIKELIHOOD, N_("Goal"), 64 },
  { KOYOMI_RISK_REVIEW_DAY, NULL, 96 },
};

static const KoyomiRecordInput risk_inputs[] = {
  { KOYOMI_RISK_TITLE, N_("_Risk"), KOYOMI_RECORD_INPUT_REQUIRED, 0, 0 },
  { KOYOMI_RISK_NUMBER, N_("_Number"), 0, 0, 0 },
  { KOYOMI_RISK_OWNER, N_("O_wner"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_RISK_LIKELIHOOD, N_("_Likelihood now"), 0, 0, 0 },
  { KOYOMI_RISK_IMPACT, N_("_Impact now"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_RISK_TARGET_LIKELIHOOD, N_("Li_kelihood aimed at"), 0, 0, 0 },
  { KOYOMI_RISK_TARGET_IMPACT, N_("I_mpact aimed at"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_RISK_TREATMENT, N_("_Treatment"), 0, 0, 0 },
  { KOYOMI_RISK_STATUS, N_("Stat_us"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_RISK_ACTIVITY, N_("_Activity that treats it"), 0, 0, 0 },
  { KOYOMI_RISK_PLAN, N_("Treatment _plan"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_RISK_DUE_DAY, N_("Treated _by"), 0, 0, 0 },
  { KOYOMI_RISK_REVIEW_DAY, N_("Re_view on"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_RISK_ACCEPTED_BY, N_("Acc_epted by"), 0, 0, 0 },
  { KOYOMI_RISK_NOTE, N_("N_ote"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
};

static const KoyomiRegisterColumn contract_columns[] = {
  { KOYOMI_CONTRACT_NUMBER, NULL, 84 }, { KOYOMI_CONTRACT_TITLE, N_("Contract"), 0 }, { KOYOMI_CONTRACT_PARTNER, NULL, 170 },
  { KOYOMI_CONTRACT_TEAM, NULL, 150 }, { KOYOMI_CONTRACT_NOTICE_DAY, NULL, 100 }, { KOYOMI_CONTRACT_LAST_DAY, NULL, 100 },
};

static const KoyomiRecordInput contract_inputs[] = {
  { KOYOMI_CONTRACT_TITLE, N_("_Title"), KOYOMI_RECORD_INPUT_REQUIRED, 0, 0 },
  { KOYOMI_CONTRACT_NUMBER, N_("_Number"), 0, 0, 0 },
  { KOYOMI_CONTRACT_COST, N_("Cost"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_CONTRACT_PARTNER, N_("_Partner"), 0, 0, 0 },
  { KOYOMI_CONTRACT_TEAM, N_("T_eam"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_CONTRACT_SERVICES, N_("Ser_vices"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_CONTRACT_FIRST_DAY, N_("_First day"), KOYOMI_RECORD_INPUT_REQUIRED, 0, 0 },
  { KOYOMI_CONTRACT_LAST_DAY, N_("_Last day"), KOYOMI_RECORD_INPUT_BESIDE, KOYOMI_CONTRACT_FIRST_DAY, 0 },
  { KOYOMI_CONTRACT_NOTICE_DAY, N_("Notice _by"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_CONTRACT_NOTE, N_("N_ote"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
};

static const KoyomiRegisterColumn obligation_columns[] = {
  { KOYOMI_OBLIGATION_TITLE, N_("Obligation"), 0 }, { KOYOMI_OBLIGATION_KIND, NULL, 84 }, { KOYOMI_OBLIGATION_SOURCE, NULL, 140 },
  { KOYOMI_OBLIGATION_OWNER, NULL, 110 }, { KOYOMI_OBLIGATION_CONTROL, NULL, 130 }, { KOYOMI_OBLIGATION_CLOCK, NULL, 110 },
  { KOYOMI_OBLIGATION_REVIEW_DAY, NULL, 96 },
};

static const KoyomiRecordInput obligation_inputs[] = {
  { KOYOMI_OBLIGATION_TITLE, N_("_Obligation"), KOYOMI_RECORD_INPUT_REQUIRED, 0, 0 },
  { KOYOMI_OBLIGATION_KIND, N_("_Kind"), 0, 0, 0 },
  { KOYOMI_OBLIGATION_SOURCE, N_("Source and _article"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_OBLIGATION_OWNER, N_("O_wner"), 0, 0, 0 },
  { KOYOMI_OBLIGATION_REVIEW_DAY, N_("Re_view on"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_OBLIGATION_CONTROL, N_("C_lause or control that meets it"), 0, 0, 0 },
  { KOYOMI_OBLIGATION_ACTIVITY, N_("Activi_ty that meets it"), 0, 0, 0 },
  { KOYOMI_OBLIGATION_CLOCK, N_("Reporting _duty of an incident"), 0, 0, 0 },
  { KOYOMI_OBLIGATION_NOTE, N_("_Note"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
};

static const KoyomiRegisterColumn policy_columns[] = {
  { KOYOMI_POLICY_TITLE, N_("Policy"), 0 }, { KOYOMI_POLICY_EDITION, NULL, 80 }, { KOYOMI_POLICY_OWNER, NULL, 160 },
  { KOYOMI_POLICY_APPROVED_DAY, NULL, 110 }, { KOYOMI_POLICY_REVIEW_DAY, NULL, 110 }, { KOYOMI_POLICY_PLACE, NULL, 150 },
};

static const KoyomiRecordInput policy_inputs[] = {
  { KOYOMI_POLICY_TITLE, N_("_Policy or rule"), KOYOMI_RECORD_INPUT_REQUIRED, 0, 0 },
  { KOYOMI_POLICY_EDITION, N_("_Edition"), 0, 0, 0 },
  { KOYOMI_POLICY_OWNER, N_("O_wner"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_POLICY_APPROVED_DAY, N_("_Approved on"), 0, 0, 0 },
  { KOYOMI_POLICY_REVIEW_DAY, N_("Re_view on"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_POLICY_PLACE, N_("Where it is _kept"), 0, 0, 0 },
  { KOYOMI_POLICY_ACTIVITY, N_("Activity that _reviews it"), 0, 0, 0 },
};

static const KoyomiRegisterColumn exemption_columns[] = {
  { KOYOMI_EXEMPTION_TITLE, N_("Exception"), 0 }, { KOYOMI_EXEMPTION_REASON, NULL, 190 }, { KOYOMI_EXEMPTION_CONTROL, NULL, 160 },
  { KOYOMI_EXEMPTION_OWNER, NULL, 130 }, { KOYOMI_EXEMPTION_APPROVED_BY, NULL, 120 }, { KOYOMI_EXEMPTION_LAST_DAY, NULL, 100 },
};

static const KoyomiRecordInput exemption_inputs[] = {
  { KOYOMI_EXEMPTION_TITLE, N_("_Exception"), KOYOMI_RECORD_INPUT_REQUIRED, 0, 0 },
  { KOYOMI_EXEMPTION_REASON, N_("_Reason"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_EXEMPTION_CONTROL, N_("Control that _it is from"), 0, 0, 0 },
  { KOYOMI_EXEMPTION_MEASURE, N_("Compensating _measure"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_EXEMPTION_OWNER, N_("O_wner"), 0, 0, 0 },
  { KOYOMI_EXEMPTION_APPROVED_BY, N_("_Decided by"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_EXEMPTION_FIRST_DAY, N_("_First day"), KOYOMI_RECORD_INPUT_REQUIRED, 0, 0 },
  { KOYOMI_EXEMPTION_LAST_DAY, N_("_Until"), KOYOMI_RECORD_INPUT_BESIDE, KOYOMI_EXEMPTION_FIRST_DAY, 0 },
};

#define LISTS(kind) kind##_columns, G_N_ELEMENTS (kind##_columns), kind##_inputs, G_N_ELEMENTS (kind##_inputs)

static const KoyomiRegisterKind kinds[KOYOMI_N_REGISTERS] = {
  { KOYOMI_TABLE_RISK, N_("Risks"), N_("Add Risk"), N_("There is no risk yet"),
    N_("A risk has an owner, a level now and one to reach, a treatment and a day on which it is judged again."), LISTS (risk), 0 },
  { KOYOMI_TABLE_CONTRACT, N_("Contracts and certificates"), N_("Add Contract"), N_("There is no contract yet"),
    N_("Contracts, licences and certificates with the day on which they end and the one until which notice has to be given."),
    LISTS (contract), KOYOMI_CONTRACT_FIRST_DAY },
  { KOYOMI_TABLE_OBLIGATION, N_("Obligations"), N_("Add Obligation"), N_("There is no obligation yet"),
    N_("What laws, regulators and contracts ask for, and the clause, activity or reporting duty by which it is met."),
    LISTS (obligation), 0 },
  { KOYOMI_TABLE_POLICY, N_("Policies"), N_("Add Policy"), N_("There is no policy yet"),
    N_("Policies and rules with their edition, their owner and the day of the next review."), LISTS (policy), 0 },
  { KOYOMI_TABLE_EXEMPTION, N_("Exceptions"), N_("Add Exception"), N_("There is no exception yet"),
    N_("What is allowed although a control or a policy says otherwise: until when, why, and who decided it."),
    LISTS (exemption), KOYOMI_EXEMPTION_FIRST_DAY },
};

const KoyomiRegisterKind *
koyomi_register_kind_get (guint index)
{
  g_return_val_if_fail (index < KOYOMI_N_REGISTERS, NULL);

  return &kinds[index];
}

static gboolean
is_likelihood (int field)
{
  return field == KOYOMI_RISK_LIKELIHOOD || field == KOYOMI_RISK_TARGET_LIKELIHOOD;
}

/* Whether it is a likelihood or an impact. */
gboolean
koyomi_register_field_is_step (int field)
{
  return field >= KOYOMI_RISK_LIKELIHOOD && field <= KOYOMI_RISK_TARGET_IMPACT;
}

/* Returns: (transfer full): such as “4 Likely” */
char *
koyomi_register_format_step (int            field,
                             int            step,
                             KoyomiLanguage language)
{
  return g_strdup_printf ("%d %s", step, is_likelihood (field) ? koyomi_risk_get_likelihood_label (step, language)
                                                               : koyomi_risk_get_impact_label (step, language));
}

/* Returns: (transfer full): what a row refers to: a control with its number */
char *
koyomi_register_name_target (KoyomiRecord *record)
{
  if (koyomi_record_get_table_id (record) == KOYOMI_TABLE_CONTROL)
    return g_strdup_printf ("%s %s", koyomi_record_get_text (record, KOYOMI_CONTROL_CODE), koyomi_record_get_title (record));

  return g_strdup (koyomi_record_get_title (record));
}

/* Returns: (transfer full): a new row, of which nothing is told yet */
KoyomiRecord *
koyomi_register_kind_create (const KoyomiRegisterKind *self,
                             guint32                   today)
{
  KoyomiRecord *record = koyomi_record_new (self->table);

  if (self->first_day != 0)
    koyomi_record_set_int (record, self->first_day, today);
  if (self->table == KOYOMI_TABLE_RISK)
    for (int field = KOYOMI_RISK_LIKELIHOOD; field <= KOYOMI_RISK_TARGET_IMPACT; field++)
      koyomi_record_set_int (record, field, MIDDLE_STEP);

  return record;
}

/* Returns: (transfer full): a new row with what is asked for of the other one */
KoyomiRecord *
koyomi_register_kind_duplicate (const KoyomiRegisterKind *self,
                                KoyomiRecord             *record)
{
  KoyomiRecord *duplicate = koyomi_record_new (self->table);

  for (guint i = 0; i < self->n_inputs; i++)
    {
      int field = self->inputs[i].field;
      KoyomiFieldType type = koyomi_record_get_table (record)->fields[KOYOMI_FIELD_INDEX (field)].type;

      if (type == KOYOMI_FIELD_TEXT)
        koyomi_record_set_text (duplicate, field, koyomi_record_get_text (record, field));
      else if (type == KOYOMI_FIELD_REAL)
        koyomi_record_set_real (duplicate, field, koyomi_record_get_real (record, field));
      else
        koyomi_record_set_int (duplicate, field, koyomi_record_get_int (record, field));
    }

  return duplicate;
}
