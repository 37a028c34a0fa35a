package io.abonent.bench.witness;

import java.util.List;

/** A customer whose cabinet is open, for measuring what others only do once in a while. */
public record Member(
        String phone, String password, String accessToken, String refreshToken, List<String> supplyAccounts) {}
