#!/bin/sh
# The topics of io.abonent.contracts.Topic and one of dead letters per service; running it again changes nothing.
set -eu
topic() {
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists --topic "$1" --partitions "$2" \
    --replication-factor 1 --config cleanup.policy="$3" --config retention.ms="$4"
}
topic identity.user.v1 12 compact 2592000000
topic identity.contact.v1 12 compact 2592000000
topic identity.verification.v1 12 delete 3600000
topic identity.session.v1 12 delete 3600000
topic consent.consent.v1 12 compact 2592000000
topic account.supplier.v1 12 compact 2592000000
topic account.link.v1 12 compact 2592000000
topic billing.account.v1 12 compact 2592000000
topic billing.payment.v1 12 delete 2592000000
topic billing.reading.v1 12 delete 2592000000
topic notification.delivery.v1 12 delete 2592000000
topic notification.ticket.v1 12 delete 2592000000
topic identity-service.dlt 1 delete 2592000000
topic consent-service.dlt 1 delete 2592000000
topic account-service.dlt 1 delete 2592000000
topic billing-service.dlt 1 delete 2592000000
topic notification-service.dlt 1 delete 2592000000
